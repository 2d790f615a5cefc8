import { z } from 'zod'
import { compareFiles, scanLogs } from './compare-files.ts'
import { compareLedger } from './compare-ledger.ts'
import { type Breach, INVARIANTS, type InvariantId, type SqlCheck } from './invariant.ts'
import { judgeHistories } from './judge-histories.ts'
import { type Snapshot, withSnapshot } from './snapshot.ts'
import { DECISION_CHECKS } from './sql-decisions.ts'
import { NUMBER_CHECKS } from './sql-numbers.ts'
import { OUTBOX_CHECKS } from './sql-outbox.ts'
import { SCOPE_CHECKS } from './sql-scope.ts'
import { TIME_CHECKS } from './sql-time.ts'
import { verifyChains } from './verify-chains.ts'

/** How many breaches of one invariant are named; the others are counted. */
const EXAMPLES = 5

export interface InvariantLine {
  readonly id: InvariantId
  readonly says: string
  readonly breaches: number
  /** The first few, named by ids. */
  readonly examples: readonly string[]
}

export interface InvariantQuestion {
  /** A superuser's or the schema owner's: row-level security must not hide anything. */
  readonly databaseUrl: string
  /** What the server calls XINGTAN_DATA_FOLDER: `store` and `checkpoints` lie in it. */
  readonly dataFolder: string
  /** Master secret of the installation, 64 hex digits; the audit cannot be verified without it. */
  readonly secret: string
  /** Real time, for the age of orphaned files. */
  readonly now: Date
  /** JSON lines `{registrationNumber, hash?}` of what clients were told; I-01 is only asked with it. */
  readonly ledgerFile?: string | undefined
  /** Folder of log files to look for personal data in. */
  readonly logFolder?: string | undefined
}

const Found = z.object({ count: z.coerce.number(), examples: z.array(z.string()).nullable() })

interface Counted {
  readonly id: InvariantId
  readonly count: number
  readonly examples: readonly string[]
}

const CHECKS: readonly SqlCheck[] = [
  ...NUMBER_CHECKS,
  ...DECISION_CHECKS,
  ...OUTBOX_CHECKS,
  ...SCOPE_CHECKS,
  ...TIME_CHECKS,
]

/** The questions that SQL alone answers, counted on one snapshot. */
async function countRows(snapshot: Snapshot): Promise<Counted[]> {
  const counted: Counted[] = []
  for (const { id, sql } of CHECKS) {
    const text = `with breach (what) as (${sql}) select count(*) as count, (array_agg(what))[1:${EXAMPLES}] as examples from breach`
    const [found] = await snapshot.list(Found, text)
    counted.push({ id, count: found?.count ?? 0, examples: found?.examples ?? [] })
  }
  return counted
}

function toCounted({ id, what }: Breach): Counted {
  return { id, count: 1, examples: [what] }
}

function toLines(counted: readonly Counted[]): InvariantLine[] {
  // Object.keys() forgets what the keys are; they are those of the constant above.
  return (Object.keys(INVARIANTS) as InvariantId[]).map((id) => {
    const own = counted.filter((one) => one.id === id)
    return {
      id,
      says: INVARIANTS[id],
      breaches: own.reduce((sum, { count }) => sum + count, 0),
      examples: own.flatMap(({ examples }) => examples).slice(0, EXAMPLES),
    }
  })
}

/** What rows say: SQL counts, histories folded by the state table, and the ledger of acknowledgements. */
export async function checkRows(snapshot: Snapshot, ledgerFile?: string): Promise<InvariantLine[]> {
  const breaches = [
    ...(await judgeHistories(snapshot)),
    ...(ledgerFile === undefined ? [] : await compareLedger(snapshot, ledgerFile)),
  ]
  return toLines([...(await countRows(snapshot)), ...breaches.map(toCounted)])
}

/**
 * Counts the breaches of every invariant of the product, one line each; reads only. The table is `INVARIANTS`; runs
 * after every fault test, at the end of the journeys, nightly and after a restore. Throws `BlindConnection`.
 */
export async function checkInvariants(question: InvariantQuestion): Promise<InvariantLine[]> {
  const { databaseUrl, dataFolder, now, ledgerFile, logFolder } = question
  const { lines, files } = await withSnapshot(databaseUrl, async (snapshot) => ({
    lines: await checkRows(snapshot, ledgerFile),
    files: await compareFiles(snapshot, dataFolder, now),
  }))
  const outside = [
    ...files,
    ...(await verifyChains(question)),
    ...(logFolder === undefined ? [] : await scanLogs(logFolder)),
  ]
  return lines.map((line) => {
    const more = outside.filter(({ id }) => id === line.id).map(({ what }) => what)
    return {
      ...line,
      breaches: line.breaches + more.length,
      examples: [...line.examples, ...more].slice(0, EXAMPLES),
    }
  })
}
