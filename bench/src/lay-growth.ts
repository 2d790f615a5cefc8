import type { Client } from 'pg'
import { type Copy, copiedIdSql, copyRows } from './copy-rows.ts'
import { type GrowthOriginal, layWorklists } from './lay-worklists.ts'

/** A number from 0 to `below` - 1 that belongs to item `i`; `salt` makes another one. Spread like chance, the same each run. */
const chance = (salt: number, below: number) => `(abs(hashint8extended(i, ${salt})) % ${below})`

const SURNAMES = '王李张刘陈杨黄赵周吴徐孙马朱胡林郭何高罗郑梁谢宋唐许韩冯邓曹彭曾萧田董潘袁蔡蒋余'
const GIVEN = '伟芳娜秀敏静丽强磊军洋勇艳杰娟涛明超兰霞平刚桂英华玉梅红建国文辉力健雪琳晨曦思远浩然子涵欣怡雨桐嘉懿宇轩'
const oneOf = (characters: string, salt: number) =>
  `substr('${characters}', ${chance(salt, characters.length)}::int + 1, 1)`

/**
 * Half of the cases lie in one agency, the rest over all others that have a point; six in ten are closed, the open ones stand
 * in all stages with due days from eight days ago to six weeks ahead.
 */
const DRAWN = `select i, place.agency_code, place.point_id, today, submitted, lane,
    lane < 60 as is_closed, lane >= 75 or lane < 58 as is_accepted, lane < 55 as is_passed,
    today - 8 + ${chance(3, 50)}::int as due_on
  from (select i, ${chance(1, 100)} as lane, (app_now() at time zone 'Asia/Shanghai')::date as today,
      app_now() - (20 + ${chance(2, 280 * 24)}::int) * interval '1 hour' as submitted,
      case when ${chance(4, 2)} = 0 then ${chance(5, 1_000_000)} % (select count(*) from growth_places where is_home)
        else (select count(*) from growth_places where is_home)
          + ${chance(5, 1_000_000)} % (select count(*) from growth_places where not is_home) end as place_number
    from generate_series($1::int, $2::int) i) numbers
  join growth_places place on place.number = numbers.place_number`

async function layPlaces(admin: Client, home: string): Promise<void> {
  await admin.query(
    `insert into points (id, code, agency_code, name, address, scope, types, hours, desk_count, notices)
     select gen_random_uuid(), g.code || '-01', g.code, g.name || '确认点', '演示地址', '演示范围', p.types, p.hours, 2, '{}'
     from agencies g cross join (select types, hours from points where agency_code = $1 limit 1) p
     where left(g.code, 2) = left($1, 2) and g.code not like '%00' and not exists (select 1 from points o where o.agency_code = g.code)
     on conflict do nothing`,
    [home],
  )
  await admin.query('create temporary table growth_places (number int, agency_code text, point_id uuid, is_home bool)')
  await admin.query(
    `insert into growth_places
     select row_number() over (order by agency_code <> $1, agency_code, code) - 1, agency_code, id, agency_code = $1
     from points where left(agency_code, 2) = left($1, 2)`,
    [home],
  )
}

async function layCases(copy: Copy, { applicationId }: GrowthOriginal): Promise<void> {
  await copyRows(copy, {
    table: 'applications',
    where: `id = '${applicationId}'`,
    from: DRAWN,
    columns: {
      id: copiedIdSql('t.id'),
      account_id: copiedIdSql('t.account_id'),
      photo_file_id: copiedIdSql('t.photo_file_id'),
      signature_file_id: copiedIdSql('t.signature_file_id'),
      person_index: `sha256(convert_to('growth' || i, 'UTF8'))`,
      registration_number: `(300000000000000 + i)::text`,
      agency_code: 'd.agency_code',
      point_id: 'd.point_id',
      qualification_type: `(array[2, 3, 4, 2, 3, 1, 4, 5])[${chance(6, 8)}::int + 1]`,
      name: `${oneOf(SURNAMES, 7)} || ${oneOf(GIVEN, 8)} || case when ${chance(9, 5)} = 0 then '' else ${oneOf(GIVEN, 10)} end`,
      submitted_at: 'd.submitted',
      withdrawn_at: `case when d.is_closed and not d.is_accepted then d.submitted + interval '1 day' end`,
      confirmation: `case when d.is_accepted then 'accepted' end`,
      confirmed_at: `case when d.is_accepted then d.submitted + interval '3 days' end`,
      due_on: `case when d.is_accepted then d.due_on end`,
      due_provisional: 'false',
      crime_cleared: 'd.is_accepted and (d.lane >= 83 or d.is_closed)',
      offence_cleared: 'd.is_accepted and (d.lane >= 83 or d.is_closed)',
      diploma_required: 'd.lane in (83, 84)',
      diploma_evidence_id: 'null',
      review: `case when d.is_accepted and (d.lane >= 94 or d.is_closed) then 'pass' end`,
      conclusion: `case when d.is_passed then 'passed' when d.is_closed and d.is_accepted then 'failed' end`,
      concluded_at: `case when d.is_closed and d.is_accepted then d.submitted + interval '15 days' end`,
      recognition_year: 'case when d.is_passed then 2026 end',
      version: '3',
    },
  })
}

async function layRecords(copy: Copy, { applicationId }: GrowthOriginal): Promise<void> {
  await copyRows(copy, {
    table: 'evidence',
    where: `id in (select evidence_id from evidence_uses where application_id = '${applicationId}')`,
    columns: {
      id: copiedIdSql('t.id'),
      account_id: copiedIdSql('t.account_id'),
      key: `t.key || '-' || i`,
      state: `case when t.kind = 'putonghua' and ${chance(11, 20)} = 0 then 'not-found' else t.state end`,
    },
  })
  await copyRows(copy, {
    table: 'evidence_uses',
    where: `application_id = '${applicationId}'`,
    columns: {
      application_id: copiedIdSql('t.application_id'),
      evidence_id: copiedIdSql('t.evidence_id'),
      exclusive_key: `t.exclusive_key || '-' || i`,
    },
  })
  await copyRows(copy, {
    table: 'application_events',
    where: `application_id = '${applicationId}'`,
    columns: { application_id: copiedIdSql('t.application_id') },
  })
  await copyRows(copy, {
    table: 'files',
    where: `application_id = '${applicationId}'`,
    columns: {
      id: copiedIdSql('t.id'),
      account_id: copiedIdSql('t.account_id'),
      application_id: copiedIdSql('t.application_id'),
    },
  })
}

/** Triggers are silent while rows are laid; what they would have kept is written once at the end. */
async function layKept(client: Client): Promise<void> {
  await client.query('delete from case_counter_changes')
  await client.query('delete from case_counters')
  await client.query(
    `insert into case_counters (agency_code, point_id, stage, due_on, count)
     select agency_code, point_id, stage, due_on, count(*) from applications where stage <> 'closed' group by 1, 2, 3, 4`,
  )
  await client.query('delete from case_due_counters')
  await client.query(
    `insert into case_due_counters (agency_code, due_on, count)
     select agency_code, due_on, sum(count) from case_counters group by 1, 2`,
  )
  await client.query(`update case_alerts l set is_open = false from applications a
    where l.is_open and a.id = l.application_id and a.stage = 'closed'`)
  await client.query(
    `insert into vetting_standings (application_id, kind, agency_code, due_on, state, answered_at, valid_until)
     select a.id, k.kind, a.agency_code, a.due_on, r.state, r.answered_at, r.valid_until
     from applications a cross join (values ('crime'), ('offence')) k (kind)
     left join vetting_requests r on r.application_id = a.id and r.kind = k.kind
     where a.stage not in ('awaiting-confirmation', 'closed') on conflict do nothing`,
  )
}

/** Rows in bulk: few checkpoints, and no commit waits for the disk. */
async function setForBulk(admin: Client, isBulk: boolean): Promise<void> {
  for (const setting of [`max_wal_size = '8GB'`, `checkpoint_timeout = '1h'`, 'synchronous_commit = off']) {
    const [name] = setting.split(' ')
    await admin.query(isBulk ? `alter system set ${setting}` : `alter system reset ${name}`)
  }
  await admin.query('select pg_reload_conf()')
}

/** Brings the number of laid cases from `laid` up to `count`, inside the database, and has everything analysed. */
export async function layGrowth(
  admin: Client,
  original: GrowthOriginal,
  { laid, count }: { readonly laid: number; readonly count: number },
): Promise<void> {
  if (laid === 0) await layPlaces(admin, original.home)
  await setForBulk(admin, true)
  const size = 50_000
  for (let first = laid + 1; first <= count; first += size) {
    await admin.query('begin')
    // Foreign keys hold by construction; asking for each of a million rows takes minutes.
    await admin.query('set local session_replication_role = replica')
    const copy = { client: admin, first, last: Math.min(count, first + size - 1) }
    await layCases(copy, original)
    await layRecords(copy, original)
    await layWorklists(copy, original)
    await admin.query('commit')
  }
  await layKept(admin)
  await setForBulk(admin, false)
  await admin.query('vacuum analyze')
  await admin.query('checkpoint')
}
