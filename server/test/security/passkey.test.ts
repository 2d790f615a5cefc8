import {
  beginPasskeyEndpoint,
  beginPasskeyWithCodeEndpoint,
  getOwnSignInEndpoint,
  issuePasskeyCodeEndpoint,
  registerPasskeyEndpoint,
  registerPasskeyWithCodeEndpoint,
  revokeOwnPasskeyEndpoint,
} from '@xingtan/contract/office/security'
import { beginSignInEndpoint, finishSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { TestClient } from '../client.ts'
import { type PasskeyFlaw, type TestPasskey, createTestPasskey } from '../passkey.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { OFFICER_PASSWORD, signInOfficer } from '../sign-in.ts'

const USER = 'kecheng-review'
const COOKIE = '__Host-xo-session'

let product: TestProduct

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())
beforeEach(async () => {
  await product.admin.query('delete from staff_failures')
})

async function begin(visitor: TestClient, username = USER) {
  return (await visitor.call(beginSignInEndpoint, { username, password: OFFICER_PASSWORD })).output()
}

/** Registers a new passkey after a sign-in with the SM2 key. */
async function register(username = USER): Promise<TestPasskey> {
  const officer = await signInOfficer(product, username)
  const passkey = createTestPasskey(product.config.OFFICE_ORIGIN)
  const offer = (await officer.call(beginPasskeyEndpoint, {})).output()
  const made = { ticket: offer.ticket, label: '办公电脑', ...passkey.create(offer) }
  ;(await officer.call(registerPasskeyEndpoint, made)).output()
  return passkey
}

async function signIn(passkey: TestPasskey, flaw: PasskeyFlaw = {}, username = USER): Promise<string> {
  const visitor = product.visitor('office')
  const question = await begin(visitor, username)
  const answer = { ticket: question.ticket, proof: passkey.answer(question, flaw) }
  const reply = await visitor.call(finishSignInEndpoint, answer)
  expect(visitor.cookies.has(COOKIE)).toBe(reply.status === 200)
  return reply.status === 200 ? 'signed-in' : reply.refusal().code
}

async function codeOf(call: Promise<{ readonly status: number; refusal(): { readonly code: string } }>) {
  const reply = await call
  return reply.status === 200 ? 'done' : reply.refusal().code
}

describe('ACC-9: a passkey opens the office beside the password', () => {
  test('registered after the SM2 key, it signs in, and the session and its audit carry its serial', async () => {
    const passkey = await register()
    const visitor = product.visitor('office')
    const question = await begin(visitor)
    expect(question.passkey).toEqual({
      rpId: new URL(product.config.OFFICE_ORIGIN).hostname,
      credentialIds: [passkey.credentialId],
    })
    const proof = passkey.answer(question)
    ;(await visitor.call(finishSignInEndpoint, { ticket: question.ticket, proof })).output()
    expect((await visitor.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: true })
    const own = (await visitor.call(getOwnSignInEndpoint, {})).output()
    expect(own.keys.find(({ isCurrent }) => isCurrent)).toMatchObject({ kind: 'passkey', label: '办公电脑' })
    expect(own.mayAddPasskey).toBe(false)
    const { rows } = await product.admin.query<{ serial: string }>(
      `select detail->>'keySerial' as serial from audit_events where event = 'staff.finish-sign-in' order by seq desc limit 1`,
    )
    expect(rows[0]?.serial).toMatch(/^PK[0-9A-F]{24}$/)
  })

  test('a session of a passkey lets no further passkey in', async () => {
    const passkey = await register('kecheng-vet')
    const visitor = product.visitor('office')
    const question = await begin(visitor, 'kecheng-vet')
    ;(await visitor.call(finishSignInEndpoint, { ticket: question.ticket, proof: passkey.answer(question) })).output()
    expect(await codeOf(visitor.call(beginPasskeyEndpoint, {}))).toBe('staff.passkey-needs-usb-key')
  })

  test('the same credential is filed once', async () => {
    const passkey = await register('kecheng-print')
    const officer = await signInOfficer(product, 'kecheng-stock')
    const offer = (await officer.call(beginPasskeyEndpoint, {})).output()
    const made = { ticket: offer.ticket, label: '同一个', ...passkey.create(offer) }
    expect(await codeOf(officer.call(registerPasskeyEndpoint, made))).toBe('staff.passkey-known')
  })

  test('a revoked passkey opens nothing any more, and its session ends at the next request', async () => {
    const passkey = await register('quzhou-vet')
    const visitor = product.visitor('office')
    const question = await begin(visitor, 'quzhou-vet')
    const proof = passkey.answer(question)
    ;(await visitor.call(finishSignInEndpoint, { ticket: question.ticket, proof })).output()
    const { keys } = (await visitor.call(getOwnSignInEndpoint, {})).output()
    const serial = keys.find(({ kind }) => kind === 'passkey')?.serial ?? ''
    expect(await codeOf(visitor.call(revokeOwnPasskeyEndpoint, { serial }))).toBe('staff.passkey-last-key')
    const officer = await signInOfficer(product, 'quzhou-vet')
    const again = product.visitor('office')
    const other = await begin(again, 'quzhou-vet')
    expect(await codeOf(officer.call(revokeOwnPasskeyEndpoint, { serial }))).toBe('done')
    expect((await visitor.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
    const late = await again.call(finishSignInEndpoint, { ticket: other.ticket, proof: passkey.answer(other) })
    expect(late.refusal().code).toBe('staff.sign-in-refused')
    expect((await begin(product.visitor('office'), 'quzhou-vet')).passkey).toBeNull()
  })
})

describe('S-034, S-035: only this passkey, on this host, for this challenge, once', () => {
  const FLAWS: readonly (readonly [string, PasskeyFlaw])[] = [
    ['another origin', { origin: 'http://office.evil.example' }],
    ['the portal', { origin: 'http://portal.localhost:8080' }],
    ['another RP', { rpId: 'evil.example' }],
    ['a holder who was not verified', { unverified: true }],
    ['another challenge', { challenge: Buffer.from('x'.repeat(40)).toString('base64url') }],
  ]
  test.each(FLAWS)('refuses an answer with %s', async (_name, flaw) => {
    const passkey = await register()
    expect(await signIn(passkey, flaw)).toBe('staff.sign-in-refused')
    expect(await signIn(passkey)).toBe('signed-in')
  })

  test('refuses the same answer twice, and an answer for another ticket', async () => {
    const passkey = await register()
    const visitor = product.visitor('office')
    const question = await begin(visitor)
    const proof = passkey.answer(question)
    ;(await visitor.call(finishSignInEndpoint, { ticket: question.ticket, proof })).output()
    const again = await visitor.call(finishSignInEndpoint, { ticket: question.ticket, proof })
    expect(again.refusal().code).toBe('staff.challenge-over')
    const next = await begin(product.visitor('office'))
    expect(next.challenge).not.toBe(question.challenge)
    const other = product.visitor('office')
    const { ticket } = await begin(other)
    expect((await other.call(finishSignInEndpoint, { ticket, proof })).refusal().code).toBe('staff.sign-in-refused')
  })

  test('refuses the passkey of another officer with the same words as a wrong key', async () => {
    const passkey = await register('kecheng-vet')
    await register()
    expect(await signIn(passkey)).toBe('staff.sign-in-refused')
    expect(await signIn(createTestPasskey(product.config.OFFICE_ORIGIN))).toBe('staff.sign-in-refused')
  })

  test('refuses a copy: a counter that stands still or goes back, and says so to the security officers', async () => {
    const passkey = await register('kaihua-review')
    expect(await signIn(passkey, { counter: 40 }, 'kaihua-review')).toBe('signed-in')
    expect(await signIn(passkey, { counter: 40 }, 'kaihua-review')).toBe('staff.sign-in-refused')
    expect(await signIn(passkey, { counter: 39 }, 'kaihua-review')).toBe('staff.sign-in-refused')
    const { rows } = await product.admin.query(
      `select kind, agency_code from staff_security_events where kind = 'passkey-copied'`,
    )
    expect(rows).toHaveLength(2)
  })

  test('of twenty answers with one counter at the same moment one is taken', async () => {
    const passkey = await register('kaihua-approve')
    const asked = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const visitor = product.visitor('office')
        return { visitor, question: await begin(visitor, 'kaihua-approve') }
      }),
    )
    const replies = await Promise.all(
      asked.map(({ visitor, question }) =>
        visitor.call(finishSignInEndpoint, {
          ticket: question.ticket,
          proof: passkey.answer(question, { counter: 90 }),
        }),
      ),
    )
    expect(replies.filter(({ status }) => status === 200)).toHaveLength(1)
  })

  test('refuses to register with a flaw, late, twice, or in another session', async () => {
    const officer = await signInOfficer(product, 'kecheng-approve')
    const passkey = createTestPasskey(product.config.OFFICE_ORIGIN)
    const offerOf = async () => (await officer.call(beginPasskeyEndpoint, {})).output()
    for (const flaw of [{ origin: 'http://evil.example' }, { unverified: true }, { rpId: 'evil.example' }]) {
      const offer = await offerOf()
      const made = { ticket: offer.ticket, label: '坏', ...passkey.create(offer, flaw) }
      expect(await codeOf(officer.call(registerPasskeyEndpoint, made))).toBe('staff.passkey-refused')
      expect(await codeOf(officer.call(registerPasskeyEndpoint, made))).toBe('staff.passkey-offer-over')
    }
    const offer = await offerOf()
    const made = { ticket: offer.ticket, label: '好', ...passkey.create(offer) }
    const other = await signInOfficer(product, 'kecheng-confirm')
    expect(await codeOf(other.call(registerPasskeyEndpoint, made))).toBe('staff.passkey-offer-over')
    expect(await codeOf(product.visitor('office').call(registerPasskeyWithCodeEndpoint, made))).toBe(
      'staff.passkey-offer-over',
    )
    await product.admin.query(`update staff_passkey_offers set expires_at = app_now() where used_at is null`)
    expect(await codeOf(officer.call(registerPasskeyEndpoint, made))).toBe('staff.passkey-offer-over')
  })
})

describe('S-033: a registration code opens no session and no second passkey', () => {
  async function giveCode(username: string, by = 'kecheng-users'): Promise<string> {
    const users = await signInOfficer(product, by)
    return (await users.call(issuePasskeyCodeEndpoint, { username })).output().code
  }
  const start = (visitor: TestClient, code: string, username = 'kecheng-publicity', password = OFFICER_PASSWORD) =>
    visitor.call(beginPasskeyWithCodeEndpoint, { username, password, code })

  test('with password and code a passkey is filed, once; then it signs in', async () => {
    const code = await giveCode('kecheng-publicity')
    const visitor = product.visitor('office')
    const passkey = createTestPasskey(product.config.OFFICE_ORIGIN)
    const offer = (await start(visitor, code)).output()
    const made = { ticket: offer.ticket, label: '新设备', ...passkey.create(offer) }
    ;(await visitor.call(registerPasskeyWithCodeEndpoint, made)).output()
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    expect(await codeOf(start(visitor, code))).toBe('staff.sign-in-refused')
    expect(await signIn(passkey, {}, 'kecheng-publicity')).toBe('signed-in')
  })

  test('is worth nothing with a wrong password, for another user, after ten minutes, or after a newer code', async () => {
    const old = await giveCode('kecheng-publicity')
    const code = await giveCode('kecheng-publicity')
    const visitor = product.visitor('office')
    const wrong = String((Number(code) + 1) % 10 ** 10).padStart(10, '0')
    for (const reply of [
      start(visitor, old),
      start(visitor, wrong),
      start(visitor, code, 'kecheng-publicity', '错误的密码'),
      start(visitor, code, 'kecheng-statistics'),
    ])
      expect(await codeOf(reply)).toBe('staff.sign-in-refused')
    await product.admin.query('delete from staff_failures')
    await product.admin.query(
      `update staff_passkey_codes set issued_at = app_now() - interval '10 minutes', expires_at = app_now() where used_at is null`,
    )
    expect(await codeOf(start(visitor, code))).toBe('staff.sign-in-refused')
  })

  test('is given to nobody outside the own tree and never to oneself', async () => {
    const users = await signInOfficer(product, 'kecheng-users')
    expect(await codeOf(users.call(issuePasskeyCodeEndpoint, { username: 'kaihua-review' }))).toBe('request.not-found')
    expect(await codeOf(users.call(issuePasskeyCodeEndpoint, { username: 'quzhou-review' }))).toBe('request.not-found')
    expect(await codeOf(users.call(issuePasskeyCodeEndpoint, { username: 'kecheng-users' }))).toBe(
      'staff.own-passkey-code',
    )
    const above = await signInOfficer(product, 'quzhou-users')
    expect(await codeOf(above.call(issuePasskeyCodeEndpoint, { username: 'kaihua-review' }))).toBe('done')
  })

  test('two offers under one code file one passkey', async () => {
    const code = await giveCode('kecheng-statistics')
    const tries = await Promise.all(
      Array.from({ length: 20 }, async () => {
        const visitor = product.visitor('office')
        const offer = (await start(visitor, code, 'kecheng-statistics')).output()
        const passkey = createTestPasskey(product.config.OFFICE_ORIGIN)
        return { visitor, made: { ticket: offer.ticket, label: '并行', ...passkey.create(offer) } }
      }),
    )
    const codes = await Promise.all(
      tries.map(({ visitor, made }) => codeOf(visitor.call(registerPasskeyWithCodeEndpoint, made))),
    )
    expect(codes.filter((one) => one === 'done')).toHaveLength(1)
  })
})
