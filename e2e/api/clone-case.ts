import { cloneRows, copiedId } from '@xingtan/tools/clone-rows'
import pg from 'pg'
import type { Product } from './product.ts'

/** Tables whose rows belong to one case and bear an id of their own, then those that are named by the case alone. */
const OWNED = ['consents', 'confirmations', 'vetting_requests', 'files', 'materials', 'medical_records']
const BESIDE = ['application_events', 'evidence_uses', 'online_cases']
const FIRST = 1

const FAMILY = '赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦许何'
const GIVEN = '初宁安朗清和景明知远怀瑾若水行之云舒望舒子衿'

/** A made-up name for copy number `copy`: different ones for four hundred copies. */
function nameOf(copy: number): string {
  const family = FAMILY.charAt(copy % FAMILY.length)
  return (
    family + GIVEN.charAt(Math.floor(copy / FAMILY.length) % GIVEN.length) + GIVEN.charAt((copy * 7) % GIVEN.length)
  )
}

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
  const proofs = await listTexts(
    client,
    `select exclusive_key as answer from evidence_uses where ${own} and exclusive_key is not null`,
  )
  const [person = ''] = await listTexts(
    client,
    `select encode(person_index, 'hex') as answer from applications where id = '${applicationId}'`,
  )
  const [number = ''] = await listTexts(
    client,
    `select registration_number as answer from applications where id = '${applicationId}'`,
  )
  return { own, ids: [applicationId, ...ids], keys, proofs, person, number }
}

export interface ClonedCase {
  readonly applicationId: string
  readonly registrationNumber: string
  readonly name: string
}

/**
 * Copies a case with all that belongs to it, each copy one of another person with a number and a name of its own.
 * A register that is asked about a copy does not know the person: whoever is asked about is the original.
 */
export async function cloneCase(product: Product, applicationId: string, count: number): Promise<ClonedCase[]> {
  const client = new pg.Client({ connectionString: product.database })
  await client.connect()
  try {
    const { own, ids, keys, proofs, person, number } = await readOwn(client, applicationId)
    await cloneRows(client, {
      rows: [
        ['applications', `id = '${applicationId}'`],
        ['evidence', `id in (select evidence_id from evidence_uses where ${own})`],
        ...[...BESIDE, ...OWNED].map((table) => [table, own] as const),
      ],
      ids,
      hashes: [person],
      texts: [
        ...keys.map((key) => [`"key": "${key}"`, `'"key": "${key}-' || i || '"'`] as const),
        // What may be used once is another in every copy.
        ...proofs.map((key) => [`"exclusive_key": "${key}"`, `'"exclusive_key": "${key}-' || i || '"'`] as const),
        [number, `lpad((${number} + i)::text, ${number.length}, '0')`],
      ],
      first: FIRST,
      count,
    })
    const copies = Array.from({ length: count }, (_, place) => ({
      applicationId: copiedId(applicationId, FIRST + place),
      registrationNumber: String(Number(number) + FIRST + place).padStart(number.length, '0'),
      name: nameOf(FIRST + place),
    }))
    const copiedIds = copies.map((copy) => copy.applicationId)
    await client.query(
      `update applications a set name = n.name from unnest($1::uuid[], $2::text[]) n(id, name) where a.id = n.id`,
      [copiedIds, copies.map(({ name }) => name)],
    )
    // Copying skips the triggers, so the counters are told.
    await client.query(
      `insert into case_counter_changes (agency_code, point_id, stage, due_on, delta)
       select agency_code, point_id, stage, due_on, count(*) from applications where id = any($1::uuid[]) group by 1, 2, 3, 4`,
      [copiedIds],
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
    /** Another name to know it by; a case that a register is asked about keeps its own. */
    readonly name?: string
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
      if (name !== undefined)
        await client.query('update applications set name = $2 where id = $1', [applicationId, name])
      await client.query(changes[fault], [applicationId])
    }
  } finally {
    await client.end()
  }
}
