import { sentenceOf } from '@xingtan/contract/problem'
import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listRevocationItemsEndpoint, recheckCertificateEndpoint } from '@xingtan/contract/office/certificate-stop'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { listOpenRevocations } from './sql-stop.ts'
import { refuseCertificateUse } from './stop-certificates.ts'

/** Looks anew whether a certificate may still be handed over; a bar stops it at once and for everybody (S-072). */
export async function recheckCertificate(
  ctx: Context,
  input: { readonly certificateId: string },
): Promise<OutputOf<typeof recheckCertificateEndpoint>> {
  return ctx.command(async (tx) => {
    const refusals = await refuseCertificateUse(tx, input.certificateId, 'hand-over')
    if (refusals.some(({ code }) => code === 'request.not-found')) throw problem('request.not-found')
    const codes = refusals.map(({ code }) => code)
    tx.concerns('certificate', input.certificateId, { codes }, refusals.length === 0 ? 'done' : 'refused')
    return {
      isUsable: refusals.length === 0,
      sentence: refusals.map(sentenceOf).join('') || '限制库中没有记录，可以使用。',
    }
  })
}

/** Certificates of this agency that were stopped and wait for the revocation procedure. */
export async function listRevocationItems(ctx: Context): Promise<OutputOf<typeof listRevocationItemsEndpoint>> {
  const items = await ctx.read(listOpenRevocations)
  return {
    items: items.map(({ id, openedAt, ...item }) => ({ ...item, itemId: id, openedAt: openedAt.toISOString() })),
  }
}
