import { z } from 'zod'
import { FilingKind } from '@xingtan/contract/office/filing'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import { STATE, STEPS, type Subject } from './sql.ts'

const ReminderRow = z.object({
  reminderId: z.string(),
  kind: FilingKind,
  year: z.number(),
  roundId: z.string().nullable(),
  roundName: z.string().nullable(),
  cause: z.enum(['due-soon', 'overdue', 'urged']),
  dueOn: z.string(),
  fromName: z.string().nullable(),
  note: z.string().nullable(),
  at: z.date(),
})

/** Reminders of the asking agency that nobody has taken note of, newest first. */
export async function listReminders(tx: Tx, agencyCode: string): Promise<z.infer<typeof ReminderRow>[]> {
  return tx.list(
    ReminderRow,
    sql`select m.id as reminder_id, m.kind, m.year, m.round_id, r.name as round_name, m.cause, m.due_on, a.name as from_name,
          m.note, m.raised_at as at
        from filing_reminders m left join rounds r on r.id = m.round_id left join agencies a on a.code = m.raised_from
        where m.agency_code = ${agencyCode} and m.seen_at is null order by m.raised_at desc, m.id limit 20`,
  )
}

/** Answers how many were still open. */
export async function noteReminders(tx: Tx, ids: readonly string[], userId: string): Promise<number> {
  return tx.run(
    sql`update filing_reminders set seen_by = ${userId}, seen_at = ${tx.now}
        where id = any(${[...ids]}::uuid[]) and seen_at is null`,
  )
}

export interface NewUrge extends Subject {
  readonly topCode: string
  readonly agencyCodes: readonly string[]
  readonly dueOn: string
  readonly note: string
  readonly by: string
}

/** Urges those of the agencies below that have handed nothing in, or had it returned; once a day each. Answers how many. */
export async function insertUrges(tx: Tx, urge: NewUrge): Promise<number> {
  const { kind, year, roundId } = urge
  return tx.run(
    sql`insert into filing_reminders (id, agency_code, kind, year, round_id, cause, due_on, note, raised_from, raised_by,
          raised_at, raised_on)
        select gen_random_uuid(), a.code, ${kind}, ${year}, ${roundId}, 'urged', ${urge.dueOn}, ${urge.note}, ${urge.topCode},
          ${urge.by}, ${tx.now}, ${tx.today}
        from agencies a left join filings f on f.agency_code = a.code and f.kind = ${kind} and f.year = ${year}
          and f.round_id is not distinct from ${roundId} ${STEPS}
        where a.code = any(${[...urge.agencyCodes]}) and a.code in (select agencies_under(${urge.topCode}))
          and a.code <> ${urge.topCode} and a.level = any(${kind === 'scheme' ? ['city', 'county'] : ['province']})
          and ${STATE} in ('missing', 'draft', 'returned')
        on conflict do nothing`,
  )
}

export interface NewReminder extends Subject {
  /** The agency at whose tree this looks: a province with itself, for its notices or for the schemes below it. */
  readonly topCode: string
  readonly levels: readonly string[]
  readonly dueOn: string
  readonly cause: 'due-soon' | 'overdue'
}

/** Reminds everybody of a tree whose filing is missing or returned, once for each cause and last day. */
export async function insertReminders(tx: Tx, reminder: NewReminder): Promise<number> {
  const { kind, year, roundId } = reminder
  return tx.run(
    sql`insert into filing_reminders (id, agency_code, kind, year, round_id, cause, due_on, raised_at, raised_on)
        select gen_random_uuid(), a.code, ${kind}, ${year}, ${roundId}, ${reminder.cause}, ${reminder.dueOn}, ${tx.now}, ${tx.today}
        from agencies a left join filings f on f.agency_code = a.code and f.kind = ${kind} and f.year = ${year}
          and f.round_id is not distinct from ${roundId} ${STEPS}
        where a.code in (select agencies_under(${reminder.topCode})) and a.level = any(${[...reminder.levels]})
          and a.status = 'active' and ${STATE} in ('missing', 'draft', 'returned')
        on conflict do nothing`,
  )
}

/** Every province that stands. */
export async function listProvinces(tx: Tx): Promise<string[]> {
  const rows = await tx.list(
    z.object({ code: z.string() }),
    sql`select code from agencies where level = 'province' and status = 'active' order by code`,
  )
  return rows.map(({ code }) => code)
}
