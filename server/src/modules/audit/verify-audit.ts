import type { Services } from '../../platform/context.ts'
import { auditMac } from '../../platform/audit.ts'
import type { Tx } from '../../platform/db.ts'
import { type PublishedCheckpoint, findSplit, isGenuine } from '../../platform/audit-checkpoint.ts'
import { type AuditRow, type Lane, listAuditRows, listLanes } from './sql.ts'

/** Where the audit was found broken: the first bad row of a lane, or a lane that is shorter than it was. */
export interface AuditFault {
  readonly lane: number
  readonly seq: number
  readonly what: 'gap' | 'chain' | 'content' | 'mac' | 'head' | 'checkpoint' | 'split'
}

function faultOf(
  crypto: Services['crypto'],
  row: AuditRow,
  before: { seq: number; hash: Buffer },
): AuditFault['what'] | undefined {
  if (row.seq !== before.seq + 1) return 'gap'
  if (!row.previous.equals(before.hash)) return 'chain'
  if (!row.recomputed.equals(row.hash)) return 'content'
  const { lane: _lane, seq: _seq, mac, previous: _previous, hash: _hash, recomputed: _recomputed, ...said } = row
  return mac.equals(auditMac(crypto, said)) ? undefined : 'mac'
}

async function verifyLane(
  tx: Tx,
  crypto: Services['crypto'],
  { lane, known }: { readonly lane: Lane; readonly known: ReadonlyMap<number, string> },
): Promise<AuditFault | undefined> {
  let before: { seq: number; hash: Buffer } = { seq: 0, hash: Buffer.alloc(0) }
  for (;;) {
    const rows = await listAuditRows(tx, lane.lane, before.seq)
    if (rows.length === 0) break
    for (const row of rows) {
      const what = faultOf(crypto, row, before)
      if (what !== undefined) return { lane: lane.lane, seq: row.seq, what }
      const published = known.get(row.seq)
      if (published !== undefined && published !== row.hash.toString('hex')) {
        return { lane: lane.lane, seq: row.seq, what: 'checkpoint' }
      }
      before = { seq: row.seq, hash: row.hash }
    }
  }
  const longest = Math.max(0, ...known.keys())
  if (longest > before.seq) return { lane: lane.lane, seq: longest, what: 'checkpoint' }
  if (lane.lastSeq !== before.seq || !lane.head.equals(before.hash))
    return { lane: lane.lane, seq: lane.lastSeq, what: 'head' }
  return undefined
}

/**
 * Walks all lanes from the first row and compares them with what was published outside: names the first bad row of
 * each broken lane, empty when all is well (S-140, I-07). `publicKey` is the checkpoint key's.
 */
export async function verifyAudit(
  services: Pick<Services, 'db' | 'crypto'>,
  { checkpoints, publicKey }: { readonly checkpoints: readonly PublishedCheckpoint[]; readonly publicKey: string },
): Promise<AuditFault[]> {
  const forged = checkpoints.filter((checkpoint) => !isGenuine(checkpoint, publicKey))
  if (forged.length > 0) return [{ lane: -1, seq: -1, what: 'checkpoint' }]
  const split = findSplit(checkpoints)
  if (split !== undefined) return [{ lane: -1, seq: split, what: 'split' }]
  return services.db.transaction(
    {},
    async (tx) => {
      const faults: AuditFault[] = []
      for (const lane of await listLanes(tx)) {
        const known = new Map(
          checkpoints.flatMap(({ heads }) =>
            heads
              .filter((head) => head.lane === lane.lane && head.seq > 0)
              .map((head) => [head.seq, head.head] as const),
          ),
        )
        const fault = await verifyLane(tx, services.crypto, { lane, known })
        if (fault !== undefined) faults.push(fault)
      }
      return faults
    },
    'read',
  )
}
