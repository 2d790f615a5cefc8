import { type Copy, copiedIdSql } from './copy-rows.ts'

/** The case that all others are made of, the agency that gets half of them, and an officer of it. */
export interface GrowthOriginal {
  readonly applicationId: string
  readonly home: string
  readonly officerId: string
}

const TODAY = `(app_now() at time zone 'Asia/Shanghai')::date`
/** No more than 500 cases go into a batch: the large agency sends forty for every fifty thousand cases. */
const BATCHES = 40

function vettingOf({ first }: Copy, { home, officerId }: GrowthOriginal): string[] {
  const number = `case when agency_code = '${home}' then number % ${BATCHES} else 0 end`
  const batchId = (agency: string, place: string) =>
    copiedIdSql(`'00000000-0000-4000-8000-000000000001'`, `(${agency} || kind || ${first} || ':' || ${place})`)
  return [
    `insert into vetting_batches (id, agency_code, kind, state, requested_by, requested_at, answered_at)
     select ${batchId('agency_code', 'n')}, agency_code, kind, 'answered', '${officerId}', at, at
     from (select distinct agency_code from growth_places) places, unnest(array['crime', 'offence']) kind,
       generate_series(0, ${BATCHES - 1}) n, lateral (select app_now() - interval '400 days' + (${first} / 1000 + n) * interval '8 hours' as at) t
     where n = 0 or agency_code = '${home}'`,
    `insert into vetting_requests (id, batch_id, application_id, kind, state, consent_id, requested_at, answered_at)
     select gen_random_uuid(), ${batchId('agency_code', `(${number})`)}, id, kind,
       case when stage <> 'vetting' then 'clear' when number % 5 = 0 then 'error' else 'requested' end,
       case when kind = 'offence' then gen_random_uuid() end, confirmed_at,
       case when stage <> 'vetting' or number % 5 = 0 then app_now() - (number % 120) * interval '12 hours' end
     from growth_cases, unnest(array['crime', 'offence']) kind
     where confirmation is not null and (stage <> 'vetting' or number % 10 <> 1)`,
  ]
}

function desksOf({ officerId }: GrowthOriginal): string[] {
  return [
    `insert into online_cases (application_id, agency_code, point_id, state, lane, handed_in_at, is_open)
     select id, agency_code, point_id, (array['handed-in', 'handed-in', 'supplement', 'on-site'])[number % 4 + 1],
       (array['pass', 'supplement', 'on-site'])[number % 3 + 1], submitted_at, stage = 'awaiting-confirmation'
     from growth_cases where number % 5 = 0`,
    // An alert that nobody took note of before its case was closed stays as it is.
    `insert into case_alerts (id, application_id, agency_code, kind, due_on, raised_at, seen_by, seen_at)
     select gen_random_uuid(), id, agency_code, 'overdue', due_on, due_on + interval '1 day',
       case when number % 4 <> 0 then '${officerId}'::uuid end, case when number % 4 <> 0 then app_now() end
     from growth_cases where due_on < ${TODAY}`,
    `insert into restrictions (id, person_index, name, kind, starts_on, state, decision_number, decided_by)
     select ${copiedIdSql('id', 'number')}, person_index, name, 'lost', '2026-01-01', 'effective',
       '演示决定〔2026〕' || number || '号', '演示机关'
     from growth_cases where number % 400 = 0`,
    `insert into restriction_hits (id, entry_id, agency_code, application_id, found_at, closed_at, closing_note)
     select gen_random_uuid(), ${copiedIdSql('id', 'number')}, agency_code, id, submitted_at,
       case when number % 1200 <> 0 then app_now() end, case when number % 1200 <> 0 then '已核对，不影响办理。' end
     from growth_cases where number % 400 = 0`,
    `insert into case_moves (id, application_id, from_agency, to_agency, reason, proposed_by, proposed_at, state, answered_by, answered_at)
     select gen_random_uuid(), c.id, c.agency_code, g.agency_code, '演示', '${officerId}', c.submitted_at, state,
       case when state <> 'proposed' then '${officerId}'::uuid end, case when state <> 'proposed' then app_now() end
     from growth_cases c join lateral (select agency_code from growth_places where agency_code <> c.agency_code order by number limit 1) g on true,
       lateral (select case when c.number % 20000 = 0 then 'proposed' else 'accepted' end as state) s
     where c.number % 200 = 0`,
  ]
}

/** Slots of a quarter of an hour, twelve people each, 24 a day: the first are of today, the others of the days before. */
const BOOKINGS = [
  `create temporary table growth_bookings on commit drop as
   select c.id, c.account_id, c.person_index, c.agency_code, c.point_id,
     (row_number() over (partition by c.point_id order by c.number) - 1 + coalesce(laid.count, 0)) / 12 as slot
   from growth_cases c left join (select point_id, count(*) from appointments group by 1) laid on laid.point_id = c.point_id
   where c.number % 2 = 0`,
  `insert into appointment_slots (id, point_id, agency_code, day, starts_at, ends_at, capacity, walk_in, booked, released_at)
   select ${copiedIdSql('point_id', 'slot')}, point_id, agency_code, ${TODAY} - (slot / 24)::int, at, at + interval '15 minutes', 12, 2, 12, at
   from (select distinct point_id, agency_code, slot from growth_bookings) slots,
     lateral (select (${TODAY} - (slot / 24)::int + interval '9 hours' + slot % 24 * interval '15 minutes')
       at time zone 'Asia/Shanghai' as at) t
   on conflict do nothing`,
  `insert into appointments (id, slot_id, point_id, agency_code, application_id, account_id, person_index, state, made_by, booked_at, ended_at)
   select gen_random_uuid(), s.id, b.point_id, b.agency_code, b.id, b.account_id, b.person_index,
     case when s.starts_at > app_now() then 'booked' else 'arrived' end, 'applicant', s.starts_at - interval '5 days',
     case when s.starts_at > app_now() then null else s.starts_at end
   from growth_bookings b join appointment_slots s on s.id = ${copiedIdSql('b.point_id', 'b.slot')}`,
] as const

/** Police batches, the online desk, alerts, hits of the restriction list and bookings of the cases just laid. */
export async function layWorklists(copy: Copy, original: GrowthOriginal): Promise<void> {
  const { client, first, last } = copy
  await client.query(
    `create temporary table growth_cases on commit drop as
     select a.id, i::int as number, a.account_id, a.person_index, a.agency_code, a.point_id, a.name, a.stage, a.due_on,
       a.confirmation, a.confirmed_at, a.submitted_at
     from generate_series(${first}, ${last}) i join applications a on a.id = ${copiedIdSql(`'${original.applicationId}'`)}`,
  )
  for (const statement of [...vettingOf(copy, original), ...desksOf(original), ...BOOKINGS])
    await client.query(statement)
}
