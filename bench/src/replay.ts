import { Pool } from 'pg'
import { copiedHash, copiedId } from '@xingtan/tools/clone-rows'
import type { Statement } from './record-statements.ts'

/** Connections of a limit: a few more than the 12 of a face, so that the limit is not held back by them. */
export function createPool(connectionString: string): Pool {
  const pool = new Pool({ connectionString, max: 16 })
  // The database stops before this program does.
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  return pool
}

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g
const REGISTRATION_NUMBER = /(?<![0-9A-Za-z])\d{15}(?![0-9A-Za-z])/g

/** How the statements of one recorded request become those of another item. */
export interface ReplayRules {
  /** Ids that stay: everything that was there before and is not copied. */
  readonly kept: ReadonlySet<string>
  readonly hashes: readonly string[]
  /** Texts that become others wherever they appear in a parameter. */
  readonly texts: readonly (readonly [text: string, toOther: (item: number) => string])[]
  /** 报名号 stay what they are. */
  readonly keepsNumbers?: boolean
  /** Changes parameters by what the database answered, such as a serial that was just taken. */
  readonly follow?: (value: string, answers: ReadonlyMap<string, number>, item: number) => string
}

/** A recorded parameter as it is for another item. */
export function toItem(value: string, item: number, rules: ReplayRules): string {
  let text = value
  for (const [from, toOther] of rules.texts) text = text.replaceAll(from, () => toOther(item))
  text = text.replaceAll(UUID, (id) => (rules.kept.has(id) ? id : copiedId(id, item)))
  for (const hex of rules.hashes) text = text.replaceAll(hex, () => copiedHash(hex, item))
  return rules.keepsNumbers === true
    ? text
    : text.replaceAll(REGISTRATION_NUMBER, () => `7${String(item).padStart(14, '0')}`)
}

function readSerial(row: unknown): number | undefined {
  if (typeof row !== 'object' || row === null || !('last_serial' in row)) return undefined
  return Number(row.last_serial)
}

/**
 * Runs the statements of one request for another item, straight through the driver with named statements: what the request
 * would cost if nothing were around its SQL. One connection from `begin` to `commit`, as in the product.
 */
export async function replay(
  pool: Pool,
  statements: readonly Statement[],
  item: number,
  rules: ReplayRules,
): Promise<void> {
  const answers = new Map<string, number>()
  const client = await pool.connect()
  try {
    for (const [place, { text, values }] of statements.entries()) {
      if (/^(begin|commit)/.test(text)) {
        await client.query(text)
        continue
      }
      const own = values.map((value) => {
        if (value === null) return null
        const mapped = toItem(value, item, rules)
        return rules.follow?.(mapped, answers, item) ?? mapped
      })
      const { rows } = await client.query({ name: `r${place}-${text.length}`, text, values: own })
      const serial = readSerial(rows[0])
      if (serial !== undefined) answers.set('serial', serial)
    }
  } catch (error) {
    await client.query('rollback')
    throw error
  } finally {
    client.release()
  }
}

/** Whether a statement changes rows, so that running it twice is not running it once. */
export const isWriting = (text: string) => /^\s*(insert|update|delete)|append_audit/i.test(text)
/** The id of an event that a read leaves behind; what the event is about stays, and with it the lane it waits in. */
const OWN_ID = /"id":\s*"([0-9a-f-]{36})"/g
const keptBy = new WeakMap<readonly Statement[], ReplayRules>()

/** The rules under which a read asks the same again: ids it gave to rows of its own, such as events, are others each time. */
function rulesOf(statements: readonly Statement[]): ReplayRules {
  const known = keptBy.get(statements)
  if (known !== undefined) return known
  const values = statements.flatMap((statement) => statement.values.flatMap((value) => value ?? []))
  const own = new Set(values.flatMap((value) => [...value.matchAll(OWN_ID)].flatMap(([, id]) => id ?? [])))
  const kept = new Set(values.flatMap((value) => value.match(UUID) ?? []).filter((id) => !own.has(id)))
  const rules = { kept, hashes: [], texts: [], keepsNumbers: true }
  keptBy.set(statements, rules)
  return rules
}

/** The statements of a read as they are when it is asked for the `time`-th time. */
export function askAgain(statements: readonly Statement[], time: number): Statement[] {
  const rules = rulesOf(statements)
  return statements.map(({ text, values }) => ({
    text,
    values: values.map((value) => (value === null ? null : toItem(value, time, rules))),
  }))
}

/** Runs the statements of a read again. */
export async function replaySame(pool: Pool, statements: readonly Statement[], time: number): Promise<void> {
  await replay(pool, statements, time, rulesOf(statements))
}
