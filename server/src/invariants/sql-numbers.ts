import type { SqlCheck } from './invariant.ts'

/** Registration numbers, certificate serials, what may exist only once, and places of slots (I-03…I-06, I-14). */
export const NUMBER_CHECKS: readonly SqlCheck[] = [
  {
    id: 'I-03',
    sql: `select 'twice: ' || min(id::text) from applications group by registration_number having count(*) > 1`,
  },
  { id: 'I-03', sql: `select 'not a number: ' || id from applications where registration_number !~ '^\\d{15}$'` },
  {
    id: 'I-03',
    sql: `select 'answered but lost: ' || n.number from (
            select outcome #>> '{receipt,registrationNumber}' as number from idempotency_keys
            where endpoint = 'application.submit') n
          where n.number is not null
            and not exists (select 1 from applications a where a.registration_number = n.number)`,
  },
  {
    id: 'I-04',
    sql: `select 'hole: ' || agency_code || ' ' || year from certificates group by agency_code, year
          having min(serial) <> 1 or max(serial) <> count(*)`,
  },
  {
    id: 'I-04',
    sql: `select 'counter: ' || coalesce(s.agency_code, c.agency_code) || ' ' || coalesce(s.year, c.year)
          from certificate_serials s
          full join (select agency_code, year, max(serial) as last from certificates group by agency_code, year) c
            on c.agency_code = s.agency_code and c.year = s.year
          where coalesce(s.last_serial, -1) <> coalesce(c.last, 0)`,
  },
  {
    id: 'I-04',
    sql: `select 'digits: ' || c.id from certificates c join applications a on a.id = c.application_id
          where c.number <> c.year::text || a.agency_code || a.qualification_type || a.sex || lpad(c.serial::text, 6, '0')
            or c.year <> a.recognition_year or c.year <> extract(year from c.issued_on)
            or c.person_index <> a.person_index`,
  },
  {
    id: 'I-04',
    sql: `select 'decision without certificate or the reverse: ' || coalesce(d.application_id, c.application_id)
          from (select application_id from decisions where conclusion = 'passed') d
          full join certificates c on c.application_id = d.application_id
          where d.application_id is null or c.id is null`,
  },
  {
    id: 'I-05',
    sql: `select 'held twice: ' || string_agg(application_id::text, ' ') from evidence_uses
          where state <> 'released' and exclusive_key is not null group by exclusive_key having count(*) > 1`,
  },
  {
    id: 'I-05',
    sql: `select 'state of use: ' || u.application_id from evidence_uses u join applications a on a.id = u.application_id
          where u.state <> case when a.conclusion = 'passed' then 'consumed'
            when a.conclusion = 'failed' or a.withdrawn_at is not null then 'released' else 'reserved' end`,
  },
  {
    id: 'I-06',
    sql: `select 'two live: ' || string_agg(id::text, ' ') from applications
          where withdrawn_at is null and conclusion is distinct from 'failed'
          group by person_index, round_id having count(*) > 1`,
  },
  {
    id: 'I-06',
    sql: `select 'two in a year: ' || string_agg(id::text, ' ') from applications where conclusion = 'passed'
          group by person_index, recognition_year having count(*) > 1`,
  },
  {
    id: 'I-14',
    sql: `select 'slot ' || s.id || ': ' || s.booked || ' of ' || s.capacity from appointment_slots s,
            lateral (select count(*) from appointments b where b.slot_id = s.id
              and b.state in ('booked', 'arrived', 'missed')) n
          where s.booked <> n.count or s.booked > s.capacity`,
  },
]
