import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { type Sql, sql } from '../../platform/sql.ts'

/** People of a tree with an account in use, each once under the agency of that account. */
const peopleOf = (topCode: string): Sql => sql`
  select distinct on (p.id) p.id as person_id, p.name, u.agency_code,
    (select array_agg(distinct r) from staff_users v, unnest(v.roles) as r where v.person_id = p.id and v.enabled) as roles
  from staff_users u join staff_people p on p.id = u.person_id
  where u.agency_code in (select agencies_under(${topCode})) and u.enabled and not u.is_emergency and p.left_at is null
  order by p.id, u.agency_code`

const PersonRow = z.object({
  personId: z.string(),
  name: z.string(),
  agencyCode: z.string(),
  agencyName: z.string(),
  roles: z.array(z.string()),
  attended: z.boolean(),
})
export type PersonRow = z.infer<typeof PersonRow>

export interface PeopleAsked {
  readonly sessionId: string
  readonly topCode: string
  readonly show: 'all' | 'attended' | 'missing'
  /** The last row seen: agency code and person. */
  readonly after: { readonly agencyCode: string; readonly personId: string } | null
  readonly limit: number
}

/** People of a tree and whether each attended, by agency, by keyset. */
export async function listAttendants(tx: Tx, asked: PeopleAsked): Promise<PersonRow[]> {
  const { show, after } = asked
  return tx.list(
    PersonRow,
    sql`select w.person_id, w.name, w.agency_code, a.name as agency_name, w.roles, coalesce(t.attended, false) as attended
        from (${peopleOf(asked.topCode)}) as w join agencies a on a.code = w.agency_code
        left join training_attendances t on t.session_id = ${asked.sessionId} and t.person_id = w.person_id
        where (${show} = 'all' or coalesce(t.attended, false) = (${show} = 'attended'))
          and (w.agency_code, w.person_id) > (${after?.agencyCode ?? ''}, ${after?.personId ?? '00000000-0000-0000-0000-000000000000'}::uuid)
        order by w.agency_code, w.person_id limit ${asked.limit}`,
  )
}

/** Writes who attended and who did not; people outside the tree are left out. Answers how many rows it touched. */
export async function saveAttendances(
  tx: Tx,
  rows: {
    readonly sessionId: string
    readonly topCode: string
    readonly personIds: readonly string[]
    readonly attended: boolean
    readonly by: string
  },
): Promise<number> {
  return tx.run(
    sql`insert into training_attendances (session_id, person_id, agency_code, attended, recorded_by, recorded_at)
        select ${rows.sessionId}, w.person_id, w.agency_code, ${rows.attended}, ${rows.by}, ${tx.now}
        from (${peopleOf(rows.topCode)}) as w where w.person_id = any(${[...rows.personIds]}::uuid[])
        on conflict (session_id, person_id) do update set attended = excluded.attended, recorded_by = excluded.recorded_by,
          recorded_at = excluded.recorded_at`,
  )
}

const BoardRow = z.object({
  agencyCode: z.string(),
  agencyName: z.string(),
  sessions: z.number(),
  yearly: z.boolean(),
  people: z.number(),
  untrained: z.number(),
})
export type BoardRow = z.infer<typeof BoardRow>

/** Trainings of a year and confirm and print users without a valid one, for each agency of a tree, by keyset. */
export async function listBoard(
  tx: Tx,
  asked: {
    readonly topCode: string
    readonly year: number
    readonly since: string
    readonly after: string
    readonly limit: number
  },
): Promise<BoardRow[]> {
  return tx.list(
    BoardRow,
    sql`select a.code as agency_code, a.name as agency_name, has_yearly_training(a.code, ${asked.year}) as yearly,
          (select count(*)::int from training_sessions s where s.agency_code = a.code and s.withdrawn_at is null
            and s.held_to between ${`${asked.year}-01-01`} and ${`${asked.year}-12-31`}) as sessions,
          n.people, n.untrained
        from (select code, name from agencies where code in (select agencies_under(${asked.topCode})) and code <> ${asked.topCode}
          and status = 'active' and code > ${asked.after} order by code limit ${asked.limit}) as a
        cross join lateral (
          select count(*)::int as people, count(*) filter (where exists (
              select 1 from unnest(array['confirm', 'print']) as k
              where k = any(u.roles) and not is_person_trained(u.person_id, k, ${asked.since}, ${tx.today})))::int as untrained
          from staff_users u where u.agency_code = a.code and u.enabled and u.roles && array['confirm', 'print']
        ) as n
        order by a.code`,
  )
}
