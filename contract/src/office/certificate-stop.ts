import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Id, Instant } from '../field.ts'

/** Looks anew into the 限制库 before a certificate is printed or handed over (S-072). */
export const recheckCertificateEndpoint = endpoint({
  name: 'certificate.recheck',
  face: 'office',
  method: 'POST',
  path: '/api/certificates/:certificateId/recheck',
  permission: 'decision.correct',
  input: z.strictObject({ certificateId: Id }),
  output: z.strictObject({ isUsable: z.boolean(), sentence: z.string() }),
})

/** Work of the issuing agency: certificates that were stopped and wait for the revocation procedure. */
export const listRevocationItemsEndpoint = endpoint({
  name: 'certificate.list-revocation-items',
  face: 'office',
  method: 'GET',
  path: '/api/revocation-items',
  permission: 'decision.correct',
  input: z.strictObject({}),
  output: z.strictObject({
    items: z.array(
      z.strictObject({ itemId: Id, certificateId: Id, number: z.string(), name: z.string(), openedAt: Instant }),
    ),
  }),
})
