import { type FilingRules, filingDueOn, filingKindOf } from '@xingtan/domain/filing'
import type { Tx } from '../../platform/db.ts'
import { loadPolicyBook } from '../policy/index.ts'
import type { Subject } from './sql.ts'
import { type RoundRow, findRound, listRounds } from './sql-round.ts'

/** A filing an agency has to make, with its last day. */
export interface Due extends Subject {
  readonly roundName: string | null
  readonly dueOn: string
}

/** The rules of filings that hold for the agency today. */
export async function loadFilingRules(tx: Tx, agencyCode: string): Promise<FilingRules> {
  return (await loadPolicyBook(tx, agencyCode)).resolve('filing.rules', tx.today).value
}

function toDue(kind: Due['kind'], round: RoundRow, rules: FilingRules): Due {
  const { roundId, year, name } = round
  return { kind, year, roundId, roundName: name, dueOn: filingDueOn({ kind, year, round }, rules) }
}

/** What an agency of this level has to file now: the table of each year, and a notice or 实施方案 for each round. */
export async function listDues(tx: Tx, agency: { readonly code: string; readonly level: string }): Promise<Due[]> {
  const rules = await loadFilingRules(tx, agency.code)
  const rounds = await listRounds(tx, agency.code)
  const ofRounds = rounds.flatMap((round) => {
    const kind = filingKindOf(agency.level, round.work)
    return kind === null ? [] : [toDue(kind, round, rules)]
  })
  if (agency.level !== 'province') return ofRounds
  const years = [...new Set([Number(tx.today.slice(0, 4)), ...rounds.map(({ year }) => year)])].toSorted(
    (a, b) => a - b,
  )
  const tables = years.map((year): Due => {
    const kind = 'plan-table'
    return { kind, year, roundId: null, roundName: null, dueOn: filingDueOn({ kind, year, round: null }, rules) }
  })
  return [...tables, ...ofRounds]
}

/** The last day and the round of one filing, its round over or not. */
export async function getDue(tx: Tx, agencyCode: string, { kind, year, roundId }: Subject): Promise<Due> {
  const rules = await loadFilingRules(tx, agencyCode)
  const round = roundId === null ? undefined : await findRound(tx, agencyCode, roundId)
  if (round !== undefined && round.year === year) return toDue(kind, round, rules)
  return { kind, year, roundId, roundName: null, dueOn: filingDueOn({ kind, year, round: null }, rules) }
}
