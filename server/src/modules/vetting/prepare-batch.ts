import type { ConsentReference } from '@xingtan/contract/authority/offence'
import type { Services } from '../../platform/context.ts'
import { type AskedRow, type Batch, findBatch, listAsked } from './sql-exchange.ts'

/** One person of a question as it leaves the system. */
export interface PreparedRow {
  readonly rowId: string
  readonly name: string
  readonly documentNumber: string
  /** The separate authorisation; null when there is none (S-131). */
  readonly consent: ConsentReference | null
}

export interface PreparedBatch extends Batch {
  readonly rows: readonly PreparedRow[]
}

function consentOf(row: AskedRow): ConsentReference | null {
  const { consentId, textVersion, textHash, givenAt } = row
  if (consentId === null || textVersion === null || textHash === null || givenAt === null) return null
  return { id: consentId, textVersion, textHash: textHash.toString('hex'), givenAt: givenAt.toISOString() }
}

/** The batch with its people opened, or undefined when it has ended: jobs may run twice. */
export async function prepareBatch(services: Services, batchId: string): Promise<PreparedBatch | undefined> {
  return services.db.transaction(
    {},
    async (tx) => {
      const batch = await findBatch(tx, batchId)
      if (batch === undefined || batch.state === 'answered' || batch.state === 'failed') return undefined
      const asked = await listAsked(tx, batchId)
      const rows = asked.map((row) => ({
        rowId: row.id,
        name: row.name,
        documentNumber: services.crypto.openColumn(row.numberSealed),
        consent: consentOf(row),
      }))
      return { ...batch, rows }
    },
    'read',
  )
}
