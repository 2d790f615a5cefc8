import type { SqlCheck } from './invariant.ts'

/** A job that is queued or running for the row `id` stands for; `names` are the jobs that can carry it on. */
function carriedOn(key: string, id: string, ...names: readonly string[]): string {
  const list = names.map((name) => `'${name}'`).join(', ')
  return `exists (select 1 from jobs j where j.name in (${list}) and j.state in ('waiting', 'running')
    and j.payload ->> '${key}' = ${id}::text)`
}

/** Once-only commands (I-02) and everything that has to leave or to be made later (I-12). */
export const OUTBOX_CHECKS: readonly SqlCheck[] = [
  { id: 'I-02', sql: `select 'no answer: ' || scope || ' ' || key from idempotency_keys where outcome is null` },
  {
    id: 'I-02',
    sql: `select 'more answers than effects: ' || a.id from applications a,
            lateral (select count(*) from idempotency_keys k where k.endpoint = 'application.submit'
              and k.outcome #>> '{receipt,applicationId}' = a.id::text) answers,
            lateral (select count(*) from application_events e where e.application_id = a.id
              and e.kind in ('submitted', 'amended')) effects
          where answers.count > effects.count`,
  },
  {
    id: 'I-02',
    sql: `select 'number answered twice or lost: ' || n.number from (
            select outcome ->> 'number' as number from idempotency_keys where outcome ? 'certificateId'
            union all
            select jsonb_path_query(outcome, '$.results[*].number') #>> '{}' from idempotency_keys
            where jsonb_typeof(outcome -> 'results') = 'array') n
          left join certificates c on c.number = n.number
          where n.number is not null group by n.number having count(*) > 1 or count(c.id) = 0`,
  },
  { id: 'I-12', sql: `select 'given up: ' || name || ' ' || id from jobs where state = 'dead'` },
  {
    id: 'I-12',
    sql: `select 'running without lease: ' || name || ' ' || id from jobs
          where state = 'running' and (lease_until is null or lease_until < clock_timestamp() - interval '10 minutes')`,
  },
  {
    id: 'I-12',
    sql: `select 'message without job: ' || m.id from messages m
          where m.channel <> 'site' and m.state = 'waiting' and not ${carriedOn('messageId', 'm.id', 'message.send')}`,
  },
  {
    id: 'I-12',
    sql: `select 'message twice: ' || min(id::text) from messages group by dedupe_key having count(*) > 1`,
  },
  {
    id: 'I-12',
    sql: `select 'question without job: ' || v.id from verifications v where v.state <> 'answered'
            and not ${carriedOn('verificationId', 'v.id', 'account.check-real-name', 'evidence.verify')}`,
  },
  {
    id: 'I-12',
    sql: `select 'batch without job: ' || b.id from vetting_batches b where b.way = 'api' and b.state in ('waiting', 'sent')
            and not ${carriedOn('batchId', 'b.id', 'vetting.send', 'vetting.collect')}`,
  },
  {
    id: 'I-12',
    sql: `select 'document without job: ' || d.id from documents d where d.state = 'waiting'
            and not ${carriedOn('documentId', 'd.id', 'application.render-form', 'confirmation.render-receipt', 'decision.render-letter')}`,
  },
]
