import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Instant } from './field.ts'

/** Signed states of the audit: sizes, hashes and signatures, nothing about anybody. */
export const AuditCheckpoint = z.strictObject({
  number: z.number().int(),
  madeAt: Instant,
  size: z.number().int(),
  heads: z.array(z.strictObject({ lane: z.number().int(), seq: z.number().int().min(0), head: z.string() })),
  root: z.string(),
  signature: z.string(),
})

/**
 * Checkpoints behind `after`, oldest first, at most 20: whoever keeps them is a witness, since a history that is told in
 * two ways no longer fits them (S-141).
 */
export const listAuditCheckpointsEndpoint = endpoint({
  name: 'audit.list-checkpoints',
  face: 'public',
  method: 'GET',
  path: '/api/audit-checkpoints',
  permission: 'public',
  input: z.strictObject({ after: z.coerce.number().int().min(0).default(0) }),
  output: z.strictObject({ publicKey: z.string(), checkpoints: z.array(AuditCheckpoint) }),
})
