import { mkdirSync, rmSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { findLocalPerson, makeReadyDraft, submitReady } from '../../test/applicant.ts'
import { approveCase, confirmCase, reviewCase, signInDesk, vetCase } from '../../test/officer.ts'
import { type TestProduct, startTestProduct } from '../../test/product.ts'
import { getPhoneCode } from '../../test/sign-in.ts'
import { type InvariantLine, checkInvariants, checkRows } from './check-invariants.ts'
import type { InvariantId } from './invariant.ts'
import { BlindConnection, snapshotOf } from './snapshot.ts'

const SECRET = '5a'.repeat(32)
const REAL_NOW = new Date()

let product: TestProduct
let registrationNumber: string

beforeAll(async () => {
  product = await startTestProduct()
  const person = await findLocalPerson(product, 'graduate', 3)
  const receipt = await submitReady(await makeReadyDraft(product, person))
  registrationNumber = receipt.registrationNumber
  const desk = await signInDesk(product)
  const applicationId = await confirmCase(product, desk, registrationNumber)
  await vetCase(desk, applicationId)
  await reviewCase(desk, applicationId)
  const certificateNumber = await approveCase(desk, applicationId)
  const stranger = product.visitor('public')
  const phone = '19900009998'
  const code = await getPhoneCode(product, stranger, { phone, purpose: 'certificate-query' })
  const question = { name: person.name, documentNumber: person.number, certificateNumber, phone, ...code }
  ;(await stranger.call(queryCertificateEndpoint, question)).output()
  await product.settle()
})
afterAll(() => product.stop())

function ask(more: { ledgerFile?: string; logFolder?: string } = {}): Promise<InvariantLine[]> {
  const { folder: dataFolder, database } = product
  return checkInvariants({ databaseUrl: database.adminUrl, dataFolder, secret: SECRET, now: REAL_NOW, ...more })
}

const broken = (lines: readonly InvariantLine[]) => lines.filter(({ breaches }) => breaches > 0)

/** Breaks the data behind every guard, looks, and takes it back: constraints of the schema would refuse most of it. */
async function plant(...statements: readonly string[]): Promise<InvariantLine[]> {
  const { admin } = product
  await admin.query('begin')
  try {
    await admin.query('set local session_replication_role = replica')
    for (const statement of statements) await admin.query(statement)
    return broken(await checkRows(snapshotOf(admin)))
  } finally {
    await admin.query('rollback')
  }
}

/** What the line of this invariant names after the data was broken; a missing line names nothing. */
async function namedBreaches(id: InvariantId, ...statements: readonly string[]): Promise<string> {
  const line = (await plant(...statements)).find((one) => one.id === id)
  return line?.examples.join('\n') ?? ''
}

test('finds nothing after one case from registration to the public check', async () => {
  const lines = await ask()
  expect(broken(lines)).toEqual([])
  expect(lines).toHaveLength(18)
  expect(lines.find(({ id }) => id === 'I-08')?.says).toContain('status of a case')
})

test('refuses a connection that row-level security blinds', async () => {
  const { folder: dataFolder, database } = product
  const question = { dataFolder, secret: SECRET, now: REAL_NOW }
  await expect(checkInvariants({ ...question, databaseUrl: database.urls.worker })).rejects.toThrow(BlindConnection)
})

describe('what rows say', () => {
  test.each<[InvariantId, RegExp, ...string[]]>([
    [
      'I-02',
      /no answer/,
      `insert into idempotency_keys (scope, key, endpoint, input_hash) values ('device:1', 'k', 'x', '')`,
    ],
    [
      'I-02',
      /more answers/,
      `insert into idempotency_keys select scope, 'again', endpoint, input_hash, outcome from idempotency_keys where endpoint = 'application.submit'`,
    ],
    [
      'I-02',
      /answered twice or lost/,
      `update idempotency_keys set outcome = jsonb_set(outcome, '{number}', '"20263307511000009"') where outcome ? 'certificateId'`,
    ],
    ['I-03', /not a number/, `update applications set registration_number = '12'`],
    ['I-03', /answered but lost/, `update applications set registration_number = '000000000000000'`],
    [
      'I-04',
      /hole/,
      `alter table certificates drop constraint certificates__digits`,
      `update certificates set serial = 2`,
    ],
    ['I-04', /counter/, `update certificate_serials set last_serial = 7`],
    ['I-04', /digits/, `update applications set sex = 3 - sex`],
    ['I-04', /without certificate/, `delete from certificates`],
    [
      'I-05',
      /held twice/,
      `drop index evidence_uses__exclusive_key`,
      `insert into evidence_uses select gen_random_uuid(), evidence_id, purpose, exclusive_key, state from evidence_uses where exclusive_key is not null`,
    ],
    ['I-05', /state of use/, `update evidence_uses set state = 'reserved'`],
    ['I-07', /audit events of/, `delete from audit_events where detail ? 'conclusion'`],
    ['I-07', /without decision/, `delete from decisions`],
    [
      'I-08',
      /events lead to/,
      `update applications set withdrawn_at = app_now(), conclusion = null, recognition_year = null, concluded_at = null`,
    ],
    ['I-08', /event \d says/, `update application_events set status = 'recognised' where kind = 'submitted'`],
    ['I-09', /submitted → recognised/, `delete from application_events where kind not in ('submitted', 'recognised')`],
    [
      'I-10',
      /vetting/,
      `update vetting_requests set answered_at = answered_at + interval '1 year' where kind = 'crime'`,
    ],
    ['I-10', /vetting/, `update vetting_requests set state = 'hit' where kind = 'offence'`],
    ['I-10', /at conclusion/, `update restriction_checks set outcome = 'barred' where moment = 'conclusion'`],
    [
      'I-10',
      /at numbering/,
      `update restriction_checks set checked_at = checked_at + interval '1 day' where moment = 'numbering'`,
    ],
    ['I-10', /two persons/, `update decisions set decided_by = (select reviewed_by from reviews)`],
    [
      'I-10',
      /not filed/,
      `update staff_people set filed_until = '2020-01-01' where id in (select approver_person_id from decisions)`,
    ],
    ['I-10', /without decision/, `update decisions set conclusion = 'failed'`],
    ['I-12', /given up/, `insert into jobs (name, payload, run_at, state) values ('x', '{}', now(), 'dead')`],
    ['I-12', /without lease/, `insert into jobs (name, payload, run_at, state) values ('x', '{}', now(), 'running')`],
    ['I-12', /message without job/, `update messages set state = 'waiting' where channel = 'sms'`],
    [
      'I-12',
      /message twice/,
      `alter table messages drop constraint messages_dedupe_key_key`,
      `update messages set dedupe_key = 'same'`,
    ],
    ['I-12', /question without job/, `update verifications set state = 'requested'`],
    ['I-12', /batch without job/, `update vetting_batches set state = 'sent'`],
    ['I-12', /document without job/, `update documents set state = 'waiting'`],
    [
      'I-14',
      /slot/,
      `insert into appointment_slots (id, point_id, agency_code, day, starts_at, ends_at, capacity, walk_in, booked)
       select gen_random_uuid(), id, agency_code, '2026-10-12', '2026-10-12', '2026-10-13', 1, 0, 1 from points limit 1`,
    ],
    [
      'I-16',
      /notice: /,
      `alter table notices drop constraint notices__window`,
      `update notices set taken_down_at = published_at - interval '1 day'`,
    ],
    ['I-16', /nobody approved/, `update notices set html = '<p>另一段话</p>'`],
    ['I-16', /nobody approved/, `update notice_versions set state = 'returned'`],
    ['I-16', /outside its province/, `update agency_plans set network_opens_at = '2020-01-01'`],
    ['I-16', /outside its agency/, `update point_schedules set opens_at = '2020-01-01'`],
    ['I-16', /outside the round/, `update applications set submitted_at = '2020-01-01'`],
    ['I-17', /session/, `update staff_users set enabled = false`],
    ['I-17', /session/, `update staff_people set filed_until = '2020-01-01'`],
    ['I-17', /session/, `update staff_keys set revoked_at = '2020-01-01'`],
    ['I-18', /point of another/, `update points set agency_code = '33076' where agency_code = '33075'`],
    ['I-18', /desk of another/, `update confirmations set agency_code = '33076'`],
    ['I-18', /batch of another/, `update vetting_batches set agency_code = '33076'`],
    ['I-18', /conclusion of another/, `update staff_users set agency_code = '33076'`],
    ['I-18', /certificate of another/, `update certificates set account_id = gen_random_uuid()`],
    ['I-18', /foreign officer/, `update application_events set agency_code = '33076'`],
    ['I-18', /unknown agency/, `update audit_events set agency_code = '99999' where actor_kind = 'officer'`],
    ['I-19', /backwards/, `update application_events set at = at - interval '1 year' where seq = 2`],
    ['I-19', /facts backwards/, `update applications set confirmed_at = '2020-01-01'`],
    ['I-19', /without zone/, `alter table rounds add column told_at timestamp`],
    [
      'I-20',
      /jobs/,
      `insert into jobs (name, payload, run_at, state) values ('x', '{"to": "13912345678"}', now(), 'done')`,
    ],
    [
      'I-20',
      /jobs/,
      `insert into jobs (name, payload, run_at, state, last_error) values ('x', '{}', now(), 'done', 'no 110101199003079979 here')`,
    ],
    ['I-20', /idempotency/, `update idempotency_keys set outcome = '{"phone": "19900001111"}'`],
    ['I-20', /application_events/, `update application_events set data = '{"n": "11010119900307997X"}'`],
    ['I-20', /audit_events/, `update audit_events set detail = '{"n": "110101199003079979"}'`],
    ['I-20', /not wiped/, `update messages set text_sealed = 'x' where state = 'sent'`],
  ])('%s counts %s', async (id, example, ...statements) => {
    expect(await namedBreaches(id, ...statements)).toMatch(example)
  })

  test('I-06 counts a second live case of a round and a second recognition of a year', async () => {
    const copy = `insert into applications (id, registration_number, account_id, person_index, round_id, agency_code, point_id,
        qualification_type, subject_code, subject_name, snapshot, policy_versions, name, sex, birth_on, number_sealed,
        phone_sealed, photo_file_id, signature_file_id, submitted_at, diploma_required, confirmation, confirmed_at,
        crime_cleared, offence_cleared, conclusion, concluded_at, recognition_year)
      select gen_random_uuid(), '000000000000000', account_id, person_index, round_id, agency_code, point_id,
        qualification_type, subject_code, subject_name, snapshot, policy_versions, name, sex, birth_on, number_sealed,
        phone_sealed, photo_file_id, signature_file_id, submitted_at, diploma_required, confirmation, confirmed_at,
        crime_cleared, offence_cleared, conclusion, concluded_at, recognition_year from applications`
    const drops = ['drop index applications__one_live', 'drop index applications__one_a_year']
    expect(await namedBreaches('I-06', ...drops, copy)).toMatch(/two live[^]*two in a year/)
  })

  test('an identifier that holds such digits by chance is no phone (I-20)', async () => {
    const chance = `insert into jobs (name, payload, run_at, state)
      values ('x', '{"id": "0193f5aa-0000-4000-8000-a13912345678", "number": "20263307511000001"}', now(), 'done')`
    expect(await plant(chance)).toEqual([])
  })
})

describe('what lies outside the rows', () => {
  test('I-01 counts acknowledged numbers that are lost or have another content', async () => {
    const ledgerFile = join(product.folder, 'ledger.jsonl')
    const lines = [
      { registrationNumber },
      { registrationNumber: '999999999999999' },
      { registrationNumber, hash: '00'.repeat(32) },
    ]
    writeFileSync(ledgerFile, lines.map((line) => JSON.stringify(line)).join('\n'))
    const found = broken(await ask({ ledgerFile }))
    expect(found.map(({ id, examples }) => [id, ...examples])).toEqual([
      ['I-01', 'lost: 999999999999999', `changed: ${registrationNumber}`],
    ])
  })

  test('I-07 counts a changed audit row, though its hash was computed again', async () => {
    const { admin } = product
    const { rows } = await admin.query<{ lane: number; seq: number }>(
      `update audit_events set outcome = 'refused' where detail ? 'conclusion' returning lane, seq`,
    )
    const found = broken(await ask()).find(({ id }) => id === 'I-07')
    await admin.query(`update audit_events set outcome = 'done' where detail ? 'conclusion'`)
    expect(found?.examples).toContain(`lane ${rows[0]?.lane} row ${rows[0]?.seq}: content`)
  })

  test('I-07 counts a lane that was cut behind a published checkpoint', async () => {
    const { admin, services, folder } = product
    const { makeCheckpoint } = await import('../modules/audit/make-checkpoint.ts')
    const { checkpointKey } = await import('../modules/audit/checkpoint-key.ts')
    const { sm2Sign } = await import('../platform/crypto-sm2.ts')
    const key = checkpointKey(services.worker.crypto)
    const checkpoints = join(folder, 'checkpoints')
    await makeCheckpoint(services.worker, { folder: checkpoints, sign: (text) => sm2Sign(text, key).toString('hex') })
    expect(broken(await ask())).toEqual([])
    await admin.query('create table cut as select * from audit_events where false')
    await admin.query(`with gone as (delete from audit_events e using audit_lanes l
      where l.lane = e.lane and e.seq = l.last_seq returning e.*) insert into cut select * from gone`)
    const found = broken(await ask()).find(({ id }) => id === 'I-07')
    await admin.query('insert into audit_events select * from cut')
    await admin.query('drop table cut')
    expect(found?.examples.join(' ')).toContain('checkpoint')
    expect(broken(await ask())).toEqual([])
  })

  test('I-13 counts a damaged file, a missing one and an orphan of yesterday, not one of today', async () => {
    const store = join(product.folder, 'store')
    const { rows } = await product.admin.query<{ hash: string }>('select distinct hash from files order by hash')
    const [damaged, missing] = rows.map(({ hash }) => join(store, hash.slice(0, 2), hash.slice(2, 4), hash))
    if (damaged === undefined || missing === undefined) throw new Error('two files are needed')
    const orphans = join(store, '00', '00')
    mkdirSync(orphans, { recursive: true })
    writeFileSync(join(orphans, 'a'.repeat(64)), 'old')
    writeFileSync(join(orphans, 'b'.repeat(64)), 'new')
    const before = new Date(REAL_NOW.getTime() - 25 * 3_600_000)
    utimesSync(join(orphans, 'a'.repeat(64)), before, before)
    writeFileSync(damaged, 'something else')
    rmSync(missing)
    const line = broken(await ask()).find(({ id }) => id === 'I-13')
    expect(line?.examples.map((what) => what.split(':')[0]).toSorted()).toEqual([
      'FileDamaged',
      'FileMissing',
      'orphan',
    ])
  })

  test('I-20 counts a log line with a phone', async () => {
    const logFolder = join(product.folder, 'logs')
    mkdirSync(logFolder)
    writeFileSync(join(logFolder, 'public.log'), 'fine\n{"to":"13912345678"}\n')
    const line = broken(await ask({ logFolder })).find(({ id }) => id === 'I-20')
    expect(line?.examples).toEqual(['public.log:2'])
  })
})
