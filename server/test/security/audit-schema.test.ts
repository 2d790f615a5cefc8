import { AUDIT_MODULE_TITLES } from '@xingtan/contract/office/audit'
import { getCaseEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import { openChannelPostEndpoint, postToChannelEndpoint } from '@xingtan/contract/office/channel'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from '../../src/face-routes.ts'
import { findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer } from '../sign-in.ts'

const Hash = z.string().regex(/^[0-9a-f]{64}$/)
const Uuid = z.uuid()

/** What every event says, by who acted (S-143). */
const always = {
  number: z.coerce.number().int().positive(),
  lane: z.number().min(0).max(63),
  seq: z.coerce.number().int().positive(),
  at: z.date(),
  event: z.string().regex(/^[a-z-]+\.[a-z-]+$/),
  outcome: z.enum(['done', 'refused', 'denied', 'read']),
  object_kind: z.string().regex(/^[a-z-]+$/),
  object_id: z.string().min(1).max(120),
  correlation_id: z.string().min(1),
  reason: z.string().nullable(),
  before_hash: Hash.nullable(),
  after_hash: Hash.nullable(),
  detail: z.record(z.string(), z.unknown()),
}
const nobodyKnown = { actor_person_id: z.null(), actor_roles: z.null(), agency_code: z.null(), key_serial: z.null() }
const AuditRecord = z.discriminatedUnion('actor_kind', [
  z.strictObject({
    ...always,
    actor_kind: z.literal('officer'),
    actor_id: Uuid,
    actor_person_id: Uuid,
    actor_roles: z.array(z.string()).min(1),
    agency_code: z.string().regex(/^\d{5}$/),
    key_serial: z.string().min(4),
    address: Hash,
    device: Hash,
  }),
  z.strictObject({
    ...always,
    ...nobodyKnown,
    actor_kind: z.literal('applicant'),
    actor_id: Uuid,
    address: Hash,
    device: Hash,
  }),
  z.strictObject({
    ...always,
    ...nobodyKnown,
    actor_kind: z.literal('nobody'),
    actor_id: z.null(),
    address: Hash,
    device: Hash,
  }),
  z.strictObject({
    ...always,
    ...nobodyKnown,
    actor_kind: z.literal('system'),
    actor_id: z.null(),
    address: z.null(),
    device: z.null(),
  }),
])

let product: TestProduct
/** Class C3 and above of everybody who took part. */
let canaries: string[]

beforeAll(async () => {
  product = await startTestProduct()
  const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate'))
  await submitReady(ready)
  const { name, number, phone } = ready.person
  canaries = [name, number, phone]
  const confirmer = await signInOfficer(product, 'kecheng-confirm')
  await confirmer.call(listCasesEndpoint, {})
  const { rows } = await product.admin.query<{ id: string }>('select id from applications limit 1')
  await confirmer.call(getCaseEndpoint, { applicationId: rows[0]?.id ?? '' })
  const author = await signInOfficer(product, 'quzhou-plan')
  const sent = await author.call(postToChannelEndpoint, {
    kind: 'notice',
    title: `关于${name}`,
    body: `${name} ${number} ${phone}`,
    audience: 'below',
    toAgencyCode: null,
    roles: [],
    answersId: null,
    receiptRequired: false,
    readBy: null,
    fileIds: [],
  })
  await confirmer.call(openChannelPostEndpoint, { postId: sent.output().postId })
  // Every route of the office once, with the id of a case where it wants one: what may be read is read, what may not is denied.
  for (const { endpoint } of OFFICE_ROUTES.filter((route) => route.endpoint.method === 'GET')) {
    for (const visitor of [confirmer, author]) {
      const url = endpoint.path.replaceAll(/:\w+/g, () => rows[0]?.id ?? '')
      await visitor.raw({ method: 'GET', url })
    }
  }
  await product.settle()
})
afterAll(() => product.stop())

describe('S-143: every event is of use', () => {
  test('each one says who, when, where, what, about what and how it ended', async () => {
    const { rows } = await product.admin.query<Record<string, unknown>>(
      `select number, lane, seq, at, event, outcome, actor_kind, actor_id, actor_person_id, actor_roles, agency_code, key_serial,
         object_kind, object_id, encode(address_hash, 'hex') as address, encode(device_hash, 'hex') as device, correlation_id,
         reason, encode(before_hash, 'hex') as before_hash, encode(after_hash, 'hex') as after_hash, detail from audit_events`,
    )
    expect(rows.length).toBeGreaterThan(30)
    const kinds = new Set(rows.map((row) => `${String(row['actor_kind'])} ${String(row['outcome'])}`))
    expect([...kinds]).toEqual(
      expect.arrayContaining(['applicant done', 'officer read', 'officer denied', 'officer done']),
    )
    const wrong = rows.flatMap((row) => {
      const parsed = AuditRecord.safeParse(row)
      return parsed.success
        ? []
        : [
            `${String(row['event'])}: ${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}`,
          ]
    })
    expect(wrong).toEqual([])
    expect(rows.filter((row) => row['outcome'] === 'denied' && row['reason'] === null)).toEqual([])
  })

  test('a change of a legal row carries its hash from before and after', async () => {
    const { rows } = await product.admin.query<{ event: string; before: boolean; after: boolean }>(
      `select event, before_hash is not null as before, after_hash is not null as after from audit_events
       where event in ('application.submit', 'channel.post') order by event`,
    )
    expect(rows).toEqual([
      { event: 'application.submit', before: false, after: true },
      { event: 'channel.post', before: false, after: true },
    ])
  })

  test('no name, number or phone of anybody stands in any event, in whatever column', async () => {
    expect(canaries.every((word) => word.length > 1)).toBe(true)
    const { rows } = await product.admin.query<{ text: string }>(`select e::text as text from audit_events e`)
    const { rows: officers } = await product.admin.query<{ name: string }>('select name from staff_people')
    const words = [...canaries, ...officers.map(({ name }) => name)]
    const told = rows.filter(({ text }) => words.some((word) => text.includes(word)))
    expect(told).toEqual([])
    // Nor any document number or mobile number at all; hashes and ids are no numbers of people.
    const bare = rows.map(({ text }) =>
      text.replaceAll(/\\x[0-9a-f]+|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}|[0-9a-f]{32,}/g, ''),
    )
    expect(bare.filter((text) => /(?<!\d)(?:\d{17}[\dXx]|1[3-9]\d{9})(?!\d)/.test(text))).toEqual([])
  })

  test('every event that can be written has a module with a Chinese title', async () => {
    const routes = [...PUBLIC_ROUTES, ...OFFICE_ROUTES].map(({ endpoint }) => endpoint.name)
    const { rows } = await product.admin.query<{ event: string }>('select distinct event from audit_events')
    const modules = new Set([...routes, ...rows.map(({ event }) => event)].map((name) => name.split('.')[0] ?? ''))
    expect([...modules].filter((name) => AUDIT_MODULE_TITLES[name] === undefined)).toEqual([])
  })
})
