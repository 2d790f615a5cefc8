import { randomUUID } from 'node:crypto'
import { KEY_PROOF_HEADER, beginKeyProofEndpoint, finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import { approveCaseEndpoint, approveCasesEndpoint, refuseCaseEndpoint } from '@xingtan/contract/office/case'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import { type TestClient, proveAct } from '../client.ts'
import { type Desk, confirmCase, getCase, reviewCase, signInDesk, vetCase } from '../officer.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { signInOfficer, signWithKey, sm2Signer } from '../sign-in.ts'

let product: TestProduct
let desk: Desk
const cases: { applicationId: string; version: number }[] = []

/** Cases at their last step, one for each test. */
async function takeCase() {
  const next = cases.shift()
  if (next === undefined) throw new Error('no case is left')
  return next
}

beforeAll(async () => {
  product = await startTestProduct()
  desk = await signInDesk(product)
  for (let place = 0; place < 5; place += 1) {
    const ready = await makeReadyDraft(product, await findLocalPerson(product, 'graduate', place))
    const { registrationNumber } = await submitReady(ready)
    const applicationId = await confirmCase(product, desk, registrationNumber)
    await vetCase(desk, applicationId)
    await reviewCase(desk, applicationId)
    cases.push({ applicationId, version: (await getCase(desk.approve, applicationId)).version })
  }
}, 120_000)
afterAll(() => product.stop())

const prove = (input: object, endpoint = approveCaseEndpoint.name, client: TestClient = desk.approve) =>
  proveAct(client, sm2Signer(product), { endpoint, input })

async function tryWith(input: { applicationId: string; version: number }, proof: string | undefined, key?: string) {
  const reply = await desk.approve.call(approveCaseEndpoint, input, {
    signs: false,
    ...(key === undefined ? {} : { key }),
    headers: proof === undefined ? {} : { [KEY_PROOF_HEADER]: proof },
  })
  return reply.status === 200 ? reply.output().number : reply.refusal().code
}

async function isDecided(applicationId: string): Promise<boolean> {
  const { rows } = await product.admin.query('select 1 from decisions where application_id = $1', [applicationId])
  return rows.length > 0
}

describe('S-036: a conclusion needs a fresh signature of the key', () => {
  test('is refused without one, single, refusing and in bulk; a dry run needs none', async () => {
    const input = await takeCase()
    expect(await tryWith(input, undefined)).toBe('staff.key-proof-needed')
    expect(await tryWith(input, 'a'.repeat(43))).toBe('staff.key-proof-over')
    const bulk = { cases: [input], dryRun: false }
    const many = await desk.approve.call(approveCasesEndpoint, bulk, { signs: false })
    expect(many.refusal().code).toBe('staff.key-proof-needed')
    const reasons = [{ code: 'other', note: null }]
    const refused = await desk.approve.call(refuseCaseEndpoint, { ...input, reasons }, { signs: false })
    expect([refused.status, await isDecided(input.applicationId)]).toEqual([403, false])
    const dry = await desk.approve.call(approveCasesEndpoint, { ...bulk, dryRun: true }, { signs: false })
    expect(dry.output().results).toMatchObject([{ outcome: 'would-approve' }])
    expect(await tryWith(input, await prove(input))).toMatch(/^\d{17}$/)
  })

  test('counts for its own session, endpoint and input alone', async () => {
    const input = await takeCase()
    const foreign = await takeCase()
    expect(await tryWith(input, await prove(foreign))).toBe('staff.key-proof-over')
    expect(await tryWith(input, await prove({ ...input, version: input.version + 1 }))).toBe('staff.key-proof-over')
    expect(await tryWith(input, await prove(input, refuseCaseEndpoint.name))).toBe('staff.key-proof-over')
    const reviewer = await prove(input, approveCaseEndpoint.name, desk.review)
    expect(await tryWith(input, reviewer)).toBe('staff.key-proof-over')
    expect(await isDecided(input.applicationId)).toBe(false)
    cases.push(input, foreign)
  })

  test('is over after sixty seconds', async () => {
    const input = await takeCase()
    const proof = await prove(input)
    await product.admin.query(`update staff_key_proofs set expires_at = app_now() where used_at is null`)
    expect(await tryWith(input, proof)).toBe('staff.key-proof-over')
    cases.push(input)
  })

  test('is used up by the act; the same key of the command answers the stored outcome without a new one (R-001)', async () => {
    const input = await takeCase()
    const proof = await prove(input)
    const key = randomUUID()
    const number = await tryWith(input, proof, key)
    expect(number).toMatch(/^\d{17}$/)
    expect(await tryWith(input, undefined, key)).toBe(number)
    expect(await tryWith(input, proof)).toBe('staff.key-proof-over')
  })

  test('of thirty tries at once with one signature one act happens', async () => {
    const input = await takeCase()
    const proof = await prove(input)
    const answers = await Promise.all(Array.from({ length: 30 }, () => tryWith(input, proof)))
    expect(answers.filter((answer) => /^\d{17}$/.test(answer))).toHaveLength(1)
    const { rows } = await product.admin.query(
      `select key_serial from audit_events where event = 'decision.approve'
      and object_id = $1 and outcome = 'done'`,
      [input.applicationId],
    )
    expect(rows).toHaveLength(1)
    expect(rows[0]).toMatchObject({ key_serial: expect.stringMatching(/^5A/) })
  })

  test('comes from the key that opened the session: no other officer’s key, no wrong bytes, no second answer', async () => {
    const { applicationId, version } = { applicationId: randomUUID(), version: 1 }
    const begin = async () =>
      (
        await desk.approve.call(beginKeyProofEndpoint, {
          endpoint: approveCaseEndpoint.name,
          input: { applicationId, version },
        })
      ).output()
    const finish = async (ticket: string, serial: string, challenge: string) => {
      const proof = { kind: 'sm2' as const, ...(await signWithKey(product, serial, challenge)) }
      const reply = await desk.approve.call(finishKeyProofEndpoint, { ticket, proof })
      return reply.status === 200 ? 'proven' : reply.refusal().code
    }
    const first = await begin()
    const serial = first.keySerial ?? ''
    const other = await desk.review.call(beginKeyProofEndpoint, { endpoint: 'decision.approve', input: {} })
    expect(await finish(first.ticket, other.output().keySerial ?? '', first.challenge)).toBe('staff.key-proof-refused')
    expect(await finish(first.ticket, serial, first.challenge)).toBe('staff.key-proof-over')
    const second = await begin()
    expect(await finish(second.ticket, serial, first.challenge)).toBe('staff.key-proof-refused')
    const third = await begin()
    expect(await finish(other.output().ticket, serial, third.challenge)).toBe('staff.key-proof-over')
    expect(await finish(third.ticket, serial, third.challenge)).toBe('proven')
    const said: unknown = JSON.parse(Buffer.from(third.challenge, 'base64url').toString())
    expect(said).toMatchObject({ purpose: 'decision.approve', origin: product.config.OFFICE_ORIGIN })
    const fourth = await begin()
    await product.admin.query(`update staff_key_proofs set expires_at = app_now() where taken_at is null`)
    expect(await finish(fourth.ticket, serial, fourth.challenge)).toBe('staff.key-proof-over')
  })

  test('an ended session takes its signatures with it', async () => {
    const input = await takeCase()
    const proof = await prove(input)
    const again = await signInOfficer(product, 'kecheng-approve')
    const reply = await again.call(approveCaseEndpoint, input, { signs: false, headers: { [KEY_PROOF_HEADER]: proof } })
    expect(reply.refusal().code).toBe('staff.key-proof-over')
    expect(await tryWith(input, proof)).toBe('staff.session-replaced')
  })
})
