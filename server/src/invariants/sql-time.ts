import type { SqlCheck } from './invariant.ts'

// A letter or digit beside it means a longer identifier, such as an id or a hash, which may hold such digits by chance.
const ALONE = (pattern: string) => `(?<![0-9A-Za-z])${pattern}(?![0-9A-Za-z])`
const RESIDENT_NUMBER = ALONE('[1-9]\\d{5}(?:18|19|20)\\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\\d|3[01])\\d{3}[\\dXx]')
const MOBILE_NUMBER = ALONE('1[3-9]\\d{9}')

/** Resident identity numbers and mobile phones in running text (class C3). */
export const CANARY = `${RESIDENT_NUMBER}|${MOBILE_NUMBER}`

function canary(table: string, name: string, ...columns: readonly string[]): SqlCheck {
  const found = columns.map((column) => `${column}::text ~ '${CANARY}'`).join(' or ')
  return { id: 'I-20', sql: `select '${table}: ' || ${name} from ${table} where ${found}` }
}

/** Order of time (I-19) and personal data where none belongs (I-20). */
export const TIME_CHECKS: readonly SqlCheck[] = [
  {
    id: 'I-19',
    sql: `select 'backwards: ' || application_id || ' ' || seq from (
            select application_id, seq, at, lag(at) over w as before, row_number() over w as place
            from application_events window w as (partition by application_id order by seq)) e
          where at < before or seq <> place`,
  },
  {
    id: 'I-19',
    sql: `select 'facts backwards: ' || id from applications
          where confirmed_at < submitted_at or concluded_at < confirmed_at or withdrawn_at < submitted_at`,
  },
  {
    id: 'I-19',
    sql: `select 'without zone: ' || table_name || '.' || column_name from information_schema.columns
          where table_schema = 'public' and data_type = 'timestamp without time zone'`,
  },
  canary('jobs', 'id', 'payload', 'last_error', 'dedupe_key'),
  canary('idempotency_keys', `scope || ' ' || key`, 'outcome'),
  canary('application_events', `application_id || ' ' || seq`, 'data'),
  canary('audit_events', `lane || ' ' || seq`, 'detail', 'object_id'),
  canary('messages', 'id', 'body', 'dedupe_key', 'receipt'),
  {
    id: 'I-20',
    sql: `select 'sent but not wiped: ' || id from messages
          where state = 'sent' and (address_sealed is not null or text_sealed is not null)`,
  },
]
