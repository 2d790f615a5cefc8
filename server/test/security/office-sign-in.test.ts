import { createPrivateKey, generateKeyPairSync, sign } from 'node:crypto'
import { type SandboxOfficer, SandboxOfficers } from '@xingtan/contract/authority/key-middleware'
import {
  beginSignInEndpoint,
  finishSignInEndpoint,
  getOfficerEndpoint,
  officeSignOutEndpoint,
} from '@xingtan/contract/office/session'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { TestClient } from '../client.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { OFFICER_PASSWORD, signInOfficer, signWithKey } from '../sign-in.ts'

const COOKIE = '__Host-xo-session'
const USER = 'kecheng-review'

let product: TestProduct
let officers: readonly SandboxOfficer[]

beforeAll(async () => {
  product = await startTestProduct()
  const answer = await fetch(`${product.sandbox.http}/key-middleware/officers`)
  officers = SandboxOfficers.parse(await answer.json()).officers
})
afterAll(() => product.stop())

async function begin(visitor: TestClient, username = USER) {
  const begun = (await visitor.call(beginSignInEndpoint, { username, password: OFFICER_PASSWORD })).output()
  return { ...begun, keySerial: begun.keySerial ?? '' }
}

interface Proof {
  readonly ticket: string
  readonly signature: string
  readonly certificate: string
}

/** The code of the refusal; the browser must not have been given a session. */
async function finish(visitor: TestClient, { ticket, ...signed }: Proof): Promise<string> {
  const reply = await visitor.call(finishSignInEndpoint, { ticket, proof: { kind: 'sm2', ...signed } })
  if (reply.status === 200) return 'signed-in'
  expect(visitor.cookies.has(COOKIE)).toBe(false)
  await product.admin.query('delete from staff_failures')
  return reply.refusal().code
}

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')

describe('S-033: no office session without the key', () => {
  test('earns a challenge with the password, and nothing more', async () => {
    const visitor = product.visitor('office')
    await begin(visitor)
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    expect((await visitor.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })

  test('knows no other field that could stand in for the key', async () => {
    for (const more of [{ code: '123456' }, { totp: '123456' }, { way: { kind: 'phone-code' } }]) {
      const visitor = product.visitor('office')
      const { ticket } = await begin(visitor)
      const body = JSON.stringify({ ticket, ...more })
      const headers = {
        origin: product.config.OFFICE_ORIGIN,
        'x-requested-with': 'xingtan',
        'content-type': 'application/json',
      }
      const reply = await visitor.raw({ method: 'POST', url: '/api/session/finish', headers, body })
      expect(reply.status).toBe(400)
      expect(visitor.cookies.has(COOKIE)).toBe(false)
    }
  })

  test('S-029: answers a wrong password, an unknown name, a disabled and an unfiled user alike', async () => {
    await product.admin.query(`update staff_users set enabled = false where username = 'quzhou-vet'`)
    await product.admin.query(
      `update staff_people set filed_until = app_now() - interval '1 second' where id = (select person_id from staff_users where username = 'quzhou-review')`,
    )
    const tries = [
      [USER, '错误的密码'],
      ['nobody-here', OFFICER_PASSWORD],
      ['quzhou-vet', OFFICER_PASSWORD],
      ['quzhou-review', OFFICER_PASSWORD],
    ] as const
    const answers = []
    for (const [username, password] of tries) {
      const visitor = product.visitor('office')
      await visitor.call(getOfficerEndpoint, {})
      const reply = await visitor.call(beginSignInEndpoint, { username, password })
      const { date: _date, ...headers } = reply.headers
      answers.push({ status: reply.status, headers, body: reply.text.replaceAll(/"correlationId":"[^"]+"/g, '') })
    }
    expect(answers[0]).toMatchObject({ status: 401 })
    for (const answer of answers) expect(answer).toEqual(answers[0])
    await product.admin.query('delete from staff_failures')
  })
})

describe('S-034: a challenge is signed once, in time, in its own browser, for this site', () => {
  test('is over after one use, also a right one', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge, keySerial } = await begin(visitor)
    const proof = { ticket, ...(await signWithKey(product, keySerial, challenge)) }
    expect(await finish(visitor, proof)).toBe('signed-in')
    visitor.cookies.delete(COOKIE)
    expect(await finish(visitor, proof)).toBe('staff.challenge-over')
  })

  test('is over after one wrong answer', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge, keySerial } = await begin(visitor)
    const proof = { ticket, ...(await signWithKey(product, keySerial, challenge)) }
    expect(await finish(visitor, { ...proof, signature: 'AAAA' })).toBe('staff.sign-in-refused')
    expect(await finish(visitor, proof)).toBe('staff.challenge-over')
  })

  test('is over after sixty seconds', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge, keySerial } = await begin(visitor)
    const proof = { ticket, ...(await signWithKey(product, keySerial, challenge)) }
    await product.admin.query(`update staff_sign_ins set expires_at = app_now() - interval '1 second'`)
    expect(await finish(visitor, proof)).toBe('staff.challenge-over')
  })

  test('counts only in the browser that began', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge, keySerial } = await begin(visitor)
    const thief = product.visitor('office')
    await thief.call(getOfficerEndpoint, {})
    expect(await finish(thief, { ticket, ...(await signWithKey(product, keySerial, challenge)) })).toBe(
      'staff.challenge-over',
    )
  })

  test('is not answered by a signature over another challenge, host or purpose', async () => {
    const visitor = product.visitor('office')
    const own: unknown = JSON.parse(Buffer.from((await begin(visitor)).challenge, 'base64url').toString())
    expect(own).toMatchObject({ origin: product.config.OFFICE_ORIGIN, purpose: 'office-sign-in' })
    for (const change of [{ origin: 'http://proxy.example' }, { purpose: 'approve' }, { nonce: 'A'.repeat(43) }]) {
      const { ticket, challenge, keySerial } = await begin(visitor)
      const said: unknown = JSON.parse(Buffer.from(challenge, 'base64url').toString())
      if (typeof said !== 'object') throw new Error('no challenge')
      const signed = await signWithKey(product, keySerial, encode({ ...said, ...change }))
      expect(await finish(visitor, { ticket, ...signed })).toBe('staff.sign-in-refused')
    }
  })

  test('carries at least 128 random bits and never repeats', async () => {
    const visitor = product.visitor('office')
    const nonces = new Set<string>()
    for (let index = 0; index < 5; index += 1) {
      const said: unknown = JSON.parse(Buffer.from((await begin(visitor)).challenge, 'base64url').toString())
      if (typeof said === 'object' && said !== null && 'nonce' in said) nonces.add(String(said.nonce))
    }
    expect(nonces.size).toBe(5)
    for (const nonce of nonces) expect(Buffer.from(nonce, 'base64url').length).toBeGreaterThanOrEqual(16)
  })
})

describe('S-035: only the SM2 key on file opens the office', () => {
  test.each(['flawed-expired', 'flawed-revoked', 'flawed-other-ca', 'flawed-self-signed'])(
    'refuses the key of %s, as its own user and as somebody else',
    async (id) => {
      const serial = officers.find((officer) => officer.id === id)?.serial ?? ''
      const visitor = product.visitor('office')
      // A revoked key is not even asked to sign.
      const own = await visitor.call(beginSignInEndpoint, { username: id, password: OFFICER_PASSWORD })
      if (own.status === 200) {
        const { ticket, challenge } = own.output()
        expect(await finish(visitor, { ticket, ...(await signWithKey(product, serial, challenge)) })).toBe(
          'staff.sign-in-refused',
        )
      } else {
        expect(own.refusal().code).toBe('staff.sign-in-refused')
      }
      const { ticket, challenge } = await begin(visitor)
      expect(await finish(visitor, { ticket, ...(await signWithKey(product, serial, challenge)) })).toBe(
        'staff.sign-in-refused',
      )
    },
  )

  test('refuses the sound key of another officer', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge } = await begin(visitor)
    const serial = officers.find((officer) => officer.id === 'kecheng-approve')?.serial ?? ''
    expect(await finish(visitor, { ticket, ...(await signWithKey(product, serial, challenge)) })).toBe(
      'staff.sign-in-refused',
    )
  })

  test('refuses a signature that is empty in fact, cut, of ECDSA, or over the right words by no key on file', async () => {
    const visitor = product.visitor('office')
    const { publicKey: _unused, privateKey } = generateKeyPairSync('ec', { namedCurve: 'SM2' })
    const ecdsa = (text: string) =>
      sign('sm3', Buffer.from(text, 'base64url'), createPrivateKey(privateKey.export({ format: 'pem', type: 'pkcs8' })))
    for (const make of [
      () => ' ',
      () => '====',
      (_challenge: string, good: string) => good.slice(0, -8),
      (challenge: string) => ecdsa(challenge).toString('base64'),
    ]) {
      const { ticket, challenge, keySerial } = await begin(visitor)
      const { signature, certificate } = await signWithKey(product, keySerial, challenge)
      expect(await finish(visitor, { ticket, signature: make(challenge, signature), certificate })).toBe(
        'staff.sign-in-refused',
      )
    }
    const { ticket, challenge, keySerial } = await begin(visitor)
    const { certificate } = await signWithKey(product, keySerial, challenge)
    const empty = await visitor.call(finishSignInEndpoint, {
      ticket,
      proof: { kind: 'sm2', signature: '', certificate },
    })
    expect(empty.status).toBe(400)
  })

  test('refuses a user whose key is revoked between the two halves', async () => {
    const visitor = product.visitor('office')
    const { ticket, challenge, keySerial } = await begin(visitor, 'kaihua-review')
    const signed = await signWithKey(product, keySerial, challenge)
    await product.admin.query(`update staff_keys set revoked_at = app_now() where serial = $1`, [keySerial])
    expect(await finish(visitor, { ticket, ...signed })).toBe('staff.sign-in-refused')
  })
})

describe('office sessions', () => {
  test('S-023: a second sign-in ends the first, and the first is told why', async () => {
    const first = await signInOfficer(product, 'kecheng-vet')
    const second = await signInOfficer(product, 'kecheng-vet')
    const body = await first.raw({ method: 'GET', url: '/api/reasons?stage=confirm' })
    expect(body.status).toBe(401)
    expect(body.refusal().code).toBe('staff.session-replaced')
    expect((await second.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: true })
  })

  test('S-032: disabling a user ends the work at the next request, a revoked key or ended filing too', async () => {
    const breaks = [
      [
        `update staff_users set enabled = false where username = 'kaihua-approve'`,
        `update staff_users set enabled = true where username = 'kaihua-approve'`,
      ],
      [
        `update staff_people set filed_until = app_now() - interval '1 second' where id = (select person_id from staff_users where username = 'kaihua-approve')`,
        `update staff_people set filed_until = app_now() + interval '1 year' where id = (select person_id from staff_users where username = 'kaihua-approve')`,
      ],
      [
        `update staff_keys set revoked_at = app_now() where user_id = (select id from staff_users where username = 'kaihua-approve')`,
        '',
      ],
    ] as const
    for (const [take, give] of breaks) {
      const officer = await signInOfficer(product, 'kaihua-approve')
      expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: true })
      await product.admin.query(take)
      expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
      if (give !== '') await product.admin.query(give)
    }
  })

  test('S-022: ends after fifteen idle minutes, not a second sooner', async () => {
    const officer = await signInOfficer(product, 'kecheng-approve')
    await product.admin.query(
      `update staff_sessions set seen_at = app_now() - interval '14 minutes 58 seconds' where ended_at is null`,
    )
    expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: true })
    await product.admin.query(
      `update staff_sessions set seen_at = app_now() - interval '15 minutes 1 second' where ended_at is null`,
    )
    expect((await officer.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })

  test('signing out ends the session on the server, and may be repeated', async () => {
    const officer = await signInOfficer(product, 'kecheng-confirm')
    const token = officer.cookies.get(COOKIE) ?? ''
    ;(await officer.call(officeSignOutEndpoint, {})).output()
    ;(await officer.call(officeSignOutEndpoint, {})).output()
    const replay = product.visitor('office')
    replay.cookies.set(COOKIE, token)
    expect((await replay.call(getOfficerEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })
})
