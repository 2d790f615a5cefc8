import { z } from 'zod'
import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import type { Tx } from '../platform/db.ts'
import { type Sql, sql } from '../platform/sql.ts'
import { layPublicContent } from './sql-content.ts'

async function lay(tx: Tx, statement: Sql): Promise<void> {
  await tx.run(statement)
}

type ReferenceFiles = Readonly<Record<string, unknown>>

/**
 * Regions, agencies, subjects, aliases, policies, calendar: what stands in the files is laid over what is there; rules
 * that are there already are never edited, and none is laid over one that an office has made.
 */
export async function layReference(tx: Tx, files: ReferenceFiles): Promise<void> {
  await layTree(tx, files)
  await layRules(tx, files)
  // A new database knows nothing of its tables yet, and every path through the tree is planned by what it knows.
  await lay(tx, sql`analyze regions, agencies, agency_names, agency_powers, subjects, subject_aliases, policies`)
}

async function layTree(tx: Tx, files: ReferenceFiles): Promise<void> {
  const json = (name: string) => JSON.stringify(files[name])
  await lay(
    tx,
    sql`
    insert into regions (code, name, level, parent_code)
    select code, name, level, parent from jsonb_to_recordset(${json('regions')}::jsonb) as r (code text, name text, level text, parent text)
    order by parent nulls first, code
    on conflict (code) do update set name = excluded.name, level = excluded.level, parent_code = excluded.parent_code`,
  )
  await lay(
    tx,
    sql`
    insert into agencies (code, name, level, region_code, parent_code)
    select code, name, level, "regionCode", coalesce("parentCode", ${NATION_AGENCY})
    from jsonb_to_recordset(${json('agencies')}::jsonb)
      as a (code text, name text, level text, "regionCode" text, "parentCode" text)
    order by "parentCode" nulls first, code
    on conflict (code) do nothing`,
  )
  await layPowers(tx, json('agencies'))
  await lay(
    tx,
    sql`
    insert into subjects (code, qualification_type, name, parent_code, selectable)
    select code, type, name, parent, selectable
    from jsonb_to_recordset(${json('subjects')}::jsonb) as s (code text, type smallint, name text, parent text, selectable boolean)
    on conflict (code) do update set name = excluded.name, selectable = excluded.selectable`,
  )
  await lay(
    tx,
    sql`
    insert into subject_aliases (qualification_type, name, aliases)
    select type::smallint, name, array(select jsonb_array_elements_text(aliases))
    from jsonb_to_recordset(${json('subject-aliases')}::jsonb) as a (types jsonb, name text, aliases jsonb),
      jsonb_array_elements_text(types) as type
    on conflict (qualification_type, name) do update set aliases = excluded.aliases`,
  )
}

/** The register of agencies is kept by the offices from then on: a file never takes a power or a name back. */
async function layPowers(tx: Tx, agencies: string): Promise<void> {
  await lay(
    tx,
    sql`
    insert into agency_powers (agency_code, qualification_type, held_from, source)
    select code, type::smallint, '2000-09-23', '机构目录'
    from jsonb_to_recordset(${agencies}::jsonb) as a (code text, types jsonb), jsonb_array_elements_text(types) as type
    where not exists (select 1 from agency_powers p where p.agency_code = a.code)`,
  )
  await lay(
    tx,
    sql`
    insert into agency_names (agency_code, name, held_from)
    select code, name, '2000-09-23' from agencies a
    where not exists (select 1 from agency_names n where n.agency_code = a.code)`,
  )
}

async function layRules(tx: Tx, files: ReferenceFiles): Promise<void> {
  const json = (name: string) => JSON.stringify(files[name])
  await lay(
    tx,
    sql`
    insert into policies (id, key, scope, effective_from, effective_to, value, source)
    select gen_random_uuid(), key, scope, "effectiveFrom", "effectiveTo", value, source
    from jsonb_to_recordset(${json('policies')}::jsonb)
      as p (key text, scope text, "effectiveFrom" date, "effectiveTo" date, value jsonb, source text)
    on conflict do nothing`,
  )
  await lay(
    tx,
    sql`
    insert into calendar_years (year, source)
    select (year ->> 'year')::int, year ->> 'source' from jsonb_array_elements(${json('calendar')}::jsonb -> 'years') as year
    on conflict (year) do nothing`,
  )
  await lay(
    tx,
    sql`
    insert into calendar_days (day, kind)
    select (holiday ->> 'day')::date, 'holiday' from jsonb_array_elements(${json('calendar')}::jsonb -> 'years') as year,
      jsonb_array_elements(year -> 'holidays') as holiday
    on conflict (day) do nothing`,
  )
  await lay(
    tx,
    sql`
    insert into calendar_days (day, kind)
    select day::date, 'workday' from jsonb_array_elements(${json('calendar')}::jsonb -> 'years') as year,
      jsonb_array_elements_text(year -> 'workdays') as day
    on conflict (day) do nothing`,
  )
}

/** Confirmation points, announcements and questions of the demonstration. */
export async function layDemoContent(tx: Tx, files: ReferenceFiles): Promise<void> {
  const json = (name: string) => JSON.stringify(files[name])
  await lay(
    tx,
    sql`
    insert into points (id, code, agency_code, name, address, scope, types, hours, desk_count, notices)
    select gen_random_uuid(), code, "agencyCode", name, address, scope, array(select jsonb_array_elements_text(types)::smallint),
      hours, "deskCount", array(select jsonb_array_elements_text(notices))
    from jsonb_to_recordset(${json('points')}::jsonb) as p (code text, "agencyCode" text, name text, address text, scope text,
      types jsonb, hours text, "deskCount" int, notices jsonb)
    on conflict (code) do update set name = excluded.name, address = excluded.address, scope = excluded.scope, hours = excluded.hours`,
  )
  await layPublicContent(tx, files)
}

export interface DemoWindows {
  readonly roundName: string
  readonly opensAt: Date
  readonly closesAt: Date
  readonly networkOpensAt: Date
  readonly networkClosesAt: Date
  readonly confirmOpensAt: Date
  readonly confirmClosesAt: Date
  readonly decideBy: string
}

const Found = z.object({ id: z.string() })

/** Whether every agency with a point has a plan that is open now. */
export async function isDemoOpen(tx: Tx): Promise<boolean> {
  const shut = await tx.list(
    z.object({ code: z.string() }),
    sql`select distinct p.agency_code as code from points p where not exists (
          select 1 from agency_plans a join rounds r on r.id = a.round_id
          where a.agency_code = p.agency_code and a.network_opens_at <= ${tx.now} and a.network_closes_at > ${tx.now}
            and a.confirm_opens_at <= ${tx.now} and a.confirm_closes_at > ${tx.now}
            and r.opens_at <= ${tx.now} and r.closes_at > ${tx.now})`,
  )
  return shut.length === 0
}

/** A round, the plan of Zhejiang, and plans and schedules of every agency that has points. */
export async function layDemoPlan(tx: Tx, windows: DemoWindows): Promise<void> {
  const round = await tx.get(
    Found,
    sql`insert into rounds (id, name, opens_at, closes_at)
        values (gen_random_uuid(), ${windows.roundName}, ${windows.opensAt}, ${windows.closesAt})
        on conflict (name) do update set opens_at = least(rounds.opens_at, excluded.opens_at),
          closes_at = greatest(rounds.closes_at, excluded.closes_at) returning id`,
  )
  const columns = sql`${windows.networkOpensAt}, ${windows.networkClosesAt}, ${windows.confirmOpensAt}, ${windows.confirmClosesAt}`
  await lay(
    tx,
    sql`
    insert into province_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at, confirm_closes_at)
    select gen_random_uuid(), ${round.id}, a.code, ${columns}
    from agencies a where a.level = 'province' and exists (select 1 from points p where left(p.agency_code, 2) = left(a.code, 2))
    on conflict (round_id, agency_code) do update set network_closes_at = excluded.network_closes_at,
      confirm_closes_at = excluded.confirm_closes_at, network_opens_at = excluded.network_opens_at, confirm_opens_at = excluded.confirm_opens_at`,
  )
  await lay(
    tx,
    sql`
    insert into agency_plans (id, round_id, agency_code, network_opens_at, network_closes_at, confirm_opens_at, confirm_closes_at, decide_by)
    select gen_random_uuid(), ${round.id}, agency_code, ${columns}, ${windows.decideBy}
    from (select distinct agency_code from points) as owners
    on conflict (round_id, agency_code) do update set network_closes_at = excluded.network_closes_at,
      confirm_closes_at = excluded.confirm_closes_at, network_opens_at = excluded.network_opens_at,
      confirm_opens_at = excluded.confirm_opens_at, decide_by = excluded.decide_by`,
  )
  await lay(
    tx,
    sql`
    insert into point_schedules (plan_id, point_id, opens_at, closes_at)
    select a.id, p.id, a.confirm_opens_at, a.confirm_closes_at
    from agency_plans a join points p on p.agency_code = a.agency_code where a.round_id = ${round.id}
    on conflict (plan_id, point_id) do update set opens_at = excluded.opens_at, closes_at = excluded.closes_at`,
  )
  await layDemoPlanFiles(tx, round.id)
}

/** The plans behind the windows of the demonstration, as if published: officers change and extend them from there. */
async function layDemoPlanFiles(tx: Tx, roundId: string): Promise<void> {
  const instant = sql`'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'`
  await lay(
    tx,
    sql`
    with owners as (
      select v.id, a.code, v.network_opens_at, v.network_closes_at, v.confirm_opens_at, v.confirm_closes_at, null::date as decide_by
      from province_plans v join agencies a on a.code = v.agency_code where v.round_id = ${roundId}
      union all
      select p.id, p.agency_code, p.network_opens_at, p.network_closes_at, p.confirm_opens_at, p.confirm_closes_at, p.decide_by
      from agency_plans p join agencies a on a.code = p.agency_code and a.level <> 'province' where p.round_id = ${roundId}
    ), contents as (
      select o.id, o.code, jsonb_build_object(
        'phases', jsonb_build_array(jsonb_build_object('opensAt', to_char(o.network_opens_at at time zone 'UTC', ${instant}),
          'closesAt', to_char(o.network_closes_at at time zone 'UTC', ${instant}), 'routes', '[]'::jsonb, 'personKinds', '[]'::jsonb)),
        'confirms', jsonb_build_array(jsonb_build_object('opensAt', to_char(o.confirm_opens_at at time zone 'UTC', ${instant}),
          'closesAt', to_char(o.confirm_closes_at at time zone 'UTC', ${instant}))),
        'umbrella', null, 'stages', '[]'::jsonb, 'decideBy', coalesce(o.decide_by, (select max(p.decide_by) from agency_plans p where p.round_id = ${roundId})),
        'announceBy', (o.network_opens_at at time zone 'Asia/Shanghai')::date, 'completeBy', (r.closes_at at time zone 'Asia/Shanghai')::date,
        'expectedCount', 1000,
        'points', coalesce((select jsonb_agg(jsonb_build_object('pointId', s.point_id, 'opensAt', to_char(s.opens_at at time zone 'UTC', ${instant}),
          'closesAt', to_char(s.closes_at at time zone 'UTC', ${instant}), 'deskCount', t.desk_count, 'perDesk', 40) order by t.code)
          from point_schedules s join points t on t.id = s.point_id where s.plan_id = o.id), '[]'::jsonb),
        'hospitals', '[{"name": "演示市人民医院", "perDay": 120}]'::jsonb) as content
      from owners o join rounds r on r.id = ${roundId}
    ), made as (
      insert into plans (id, round_id, agency_code, draft, updated_at)
      select id, ${roundId}, code, content, ${tx.now} from contents on conflict do nothing returning id, agency_code, draft
    )
    insert into plan_publications (id, plan_id, agency_code, number, content, publish_at, in_force_at)
    select gen_random_uuid(), id, agency_code, 1, draft, ${tx.now}, ${tx.now} from made`,
  )
}
