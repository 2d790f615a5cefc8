import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type Handover, lockHandover } from './sql.ts'
import { listSignatures } from './sql-party.ts'

/** A list of the officer's agency under its lock, with its signatures. */
export async function getHandoverToChange(
  tx: Tx,
  handoverId: string,
): Promise<{ readonly row: Handover; readonly signatures: Awaited<ReturnType<typeof listSignatures>> }> {
  const row = await lockHandover(tx, handoverId)
  if (row === undefined) throw problem('request.not-found')
  return { row, signatures: await listSignatures(tx, handoverId) }
}
