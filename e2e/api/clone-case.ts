import { cloneRows, copiedId } from '@xingtan/tools/clone-rows'
import pg from 'pg'
import type { Product } from './product.ts'

const OWNED = ['consents', 'confirmations', 'vetting_requests', 'files']
const FIRST = 1

async function listTexts(client: pg.Client, text: string): Promise<string[]> {
  const { rows } = await client.query<{ answer: string }>(text)
  return rows.map(({ answer }) => answer)
}

/** What in the rows of a case belongs to it alone: its ids, its keys of records, the index of its person. */
async function readOwn(client: pg.Client, applicationId: string) {
  const own = `application_id = '${applicationId}'`
  const used = `select evidence_id as answer from evidence_uses where ${own}`
  const ids = await listTexts(
    client,
    [...OWNED.map((table) => `select id as answer from ${table} where ${own}`), used].join(' union '),
  )
  const keys = await listTexts(client, `select distinct key as answer from evidence where id in (${used})`)
  const [person = ''] = await listTexts(
    client,
    `select encode(person_index, 'hex') as answer from applications where id = '${applicationId}'`,
  )
  const [number = ''] = await listTexts(
    client,
    `select registration_number as answer from applications where id = '${applicationId}'`,
  )
  return { own, ids: [applicationId, ...ids], keys, person, number }
}

/** Copies a submitted and checked case, each copy one of another person; answers the ids of the copies. */
export async function cloneCase(product: Product, applicationId: string, count: number): Promise<string[]> {
  const client = new pg.Client({ connectionString: product.database })
  await client.connect()
  try {
    const { own, ids, keys, person, number } = await readOwn(client, applicationId)
    await cloneRows(client, {
      rows: [
        ['applications', `id = '${applicationId}'`],
        ['evidence', `id in (select evidence_id from evidence_uses where ${own})`],
        ...['application_events', 'evidence_uses', ...OWNED].map((table) => [table, own] as const),
      ],
      ids,
      hashes: [person],
      texts: [
        ...keys.map((key) => [`"key": "${key}"`, `'"key": "${key}-' || i || '"'`] as const),
        [number, `(${number} + i)::text`],
      ],
      first: FIRST,
      count,
    })
    const copies = Array.from({ length: count }, (_, place) => copiedId(applicationId, FIRST + place))
    // Copying skips the triggers, so the counters are told.
    await client.query(
      `insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
       select agency_code, point_id, stage, due_on, count(*) from applications where id = any($1::uuid[]) group by 1, 2, 3, 4`,
      [copies],
    )
    return copies
  } finally {
    await client.end()
  }
}

/** Spoils three cases in three ways and gives their people names: barred, old checks, old medical conclusion. */
export async function spoilCases(
  product: Product,
  spoiled: readonly {
    readonly applicationId: string
    readonly name: string
    readonly fault: 'barred' | 'checks' | 'medical'
  }[],
): Promise<void> {
  const client = new pg.Client({ connectionString: product.database })
  await client.connect()
  const changes = {
    barred: `insert into restrictions (id, person_index, name, kind, starts_on, ends_on, state, decision_number, decided_by, entered_at)
             select gen_random_uuid(), person_index, name, 'exam-cheat', '2025-01-01', '2099-12-31', 'effective', '演示罚〔2025〕9号',
               '演示考试机构', app_now() from applications where id = $1`,
    checks: `update vetting_requests set requested_at = requested_at - interval '2 years', answered_at = answered_at - interval '2 years'
             where application_id = $1 and kind = 'crime'`,
    medical: `update confirmations set examined_on = examined_on - 730 where application_id = $1`,
  }
  try {
    for (const { applicationId, name, fault } of spoiled) {
      await client.query('update applications set name = $2 where id = $1', [applicationId, name])
      await client.query(changes[fault], [applicationId])
    }
  } finally {
    await client.end()
  }
}
