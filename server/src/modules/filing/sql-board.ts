import { z } from 'zod'
import { FilingState } from '@xingtan/contract/office/filing'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { STATE, STEPS, type Subject } from './sql.ts'

/** Levels that hand in a kind. */
const levelsOf = (kind: Subject['kind']) => (kind === 'scheme' ? ['city', 'county'] : ['province'])

const BoardRow = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  filingId: z.string().nullable(),
  state: FilingState,
  firstHandedInAt: z.date().nullable(),
  remindedOn: z.string().nullable(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** The agencies of a tree that have to hand a kind in, the top left out, by code, by keyset. */
export async function listBoard(
  tx: Tx,
  asked: Subject & {
    readonly topCode: string
    readonly state: FilingState | null
    readonly after: string
    readonly limit: number
  },
): Promise<BoardRow[]> {
  return tx.list(
    BoardRow,
    sql`select b.agency_code, b.agency_name, b.filing_id, b.state, b.first_handed_in_at,
          (select max(m.raised_on) from filing_reminders m where m.agency_code = b.agency_code and m.kind = ${asked.kind}
            and m.year = ${asked.year} and m.round_id is not distinct from ${asked.roundId}) as reminded_on
        from (
          select a.code as agency_code, a.name as agency_name, f.id as filing_id, ${STATE} as state,
            (select min(x.handed_in_at) from filing_submissions x where x.filing_id = f.id) as first_handed_in_at
          from agencies a left join filings f on f.agency_code = a.code and f.kind = ${asked.kind} and f.year = ${asked.year}
            and f.round_id is not distinct from ${asked.roundId} ${STEPS}
          where a.code in (select agencies_under(${asked.topCode})) and a.code <> ${asked.topCode} and a.status = 'active'
            and a.level = any(${[...levelsOf(asked.kind)]}) and a.code > ${asked.after}
        ) as b
        where ${asked.state}::text is null or b.state = ${asked.state}
        order by b.agency_code limit ${asked.limit}`,
  )
}

const Waiting = z.object({ count: z.number() })

/** Versions of a kind that wait for the opinion of the asking agency; few at a time. */
export async function countWaiting(tx: Tx, receiverCode: string, { kind, year, roundId }: Subject): Promise<number> {
  const { count } = await tx.get(
    Waiting,
    sql`select count(*)::int as count from filings f ${STEPS}
        where f.kind = ${kind} and f.year = ${year} and f.round_id is not distinct from ${roundId} and s.id is not null
          and v.submission_id is null and staff_filing_agency(f.agency_code) = ${receiverCode}`,
  )
  return count
}
