import type { Tx } from '../../platform/db.ts'
import { addJob } from '../../platform/jobs.ts'
import { type NewVerification, insertVerification } from './sql-verification.ts'

/** Opens a question and queues the asking of it; undefined while one about the same thing is open already. */
export async function openVerification(tx: Tx, question: NewVerification): Promise<string | undefined> {
  const verificationId = await insertVerification(tx, question)
  if (verificationId === undefined) return undefined
  await addJob(tx, 'evidence.verify', { verificationId }, { dedupeKey: `evidence.verify:${verificationId}` })
  return verificationId
}
