import { randomUUID } from 'node:crypto'
import {
  createChallengeEndpoint,
  getMeEndpoint,
  registerEndpoint,
  sendPhoneCodeEndpoint,
  signInEndpoint,
  signInWithCodeEndpoint,
  signOutEndpoint,
  solveChallengeEndpoint,
} from '@xingtan/contract/account'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { sql } from '../../src/platform/sql.ts'
import { layApplicant } from '../applicant.ts'
import type { TestClient, TestReply } from '../client.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { APPLICANT_PASSWORD, earnProof, getPhoneCode, readCode, signInApplicant } from '../sign-in.ts'

const COOKIE = '__Host-xt-session'
const OWN = { origin: PUBLIC_ORIGIN, 'x-requested-with': 'xingtan', 'content-type': 'application/json' }

let product: TestProduct
let place = 0

/** Somebody with an account, whose phone has not been written to yet. */
async function nextPerson(): Promise<SandboxPerson> {
  const person = await product.sandbox.findPerson('graduate', (place += 1))
  await layApplicant(product, person)
  return person
}

beforeAll(async () => {
  product = await startTestProduct()
})
afterAll(() => product.stop())

/** A slider solved as a hand would; the place of the gap is looked up where no visitor can. */
async function earnSliderProof(visitor: TestClient, purpose: 'sign-in' | 'phone-code'): Promise<string> {
  const { challengeId } = (await visitor.call(createChallengeEndpoint, { purpose })).output()
  const { rows } = await product.admin.query<{ gapX: number }>(`select gap_x as "gapX" from challenges where id = $1`, [
    challengeId,
  ])
  const x = rows[0]?.gapX ?? 0
  const steps = Array.from({ length: 41 }, (_, index) => index / 40)
  const track = steps.map((part, index) => ({
    x: Math.round(x * (1 - (1 - part) ** 3)),
    t: Math.round(900 * part) + (index % 3) * 3,
  }))
  return (await visitor.call(solveChallengeEndpoint, { challengeId, answer: { kind: 'slider', x, track } })).output()
    .proof
}

/** What an onlooker can tell answers apart by. */
function tell(reply: TestReply<unknown>) {
  const { date: _date, ...headers } = reply.headers
  return { status: reply.status, headers, body: reply.text.replaceAll(/"correlationId":"[^"]+"/g, '') }
}

async function countSms(phone: string): Promise<number> {
  const { rows } = await product.admin.query<{ count: number }>(
    `select count(*)::int as count from phone_sends where phone_index = $1`,
    [product.services.public.crypto.blindIndex('phone', phone)],
  )
  return rows[0]?.count ?? 0
}

describe('S-001: the sign-in tells nobody who has an account', () => {
  test('answers a wrong password, an unknown number and no number at all alike', async () => {
    const known = await nextPerson()
    const unknown = await product.sandbox.findPerson('no-proof')
    const answers = []
    for (const account of [known.number, unknown.number, '没有这个账号', '33080219900101999X']) {
      const visitor = product.visitor('public')
      await visitor.call(getMeEndpoint, {})
      answers.push(
        tell(await visitor.call(signInEndpoint, { account, password: '错误的密码再试', way: { kind: 'phone-code' } })),
      )
    }
    expect(answers[0]).toMatchObject({ status: 401 })
    for (const answer of answers) expect(answer).toEqual(answers[0])
  })

  test('makes an unknown number wait after five failures just as a known one', async () => {
    const known = await nextPerson()
    const unknown = await product.sandbox.findPerson('no-proof', 1)
    for (const account of [known.number, unknown.number]) {
      const visitor = product.visitor('public')
      const statuses = []
      for (let index = 0; index < 6; index += 1) {
        const reply = await visitor.call(signInEndpoint, {
          account,
          password: '错误的密码再试',
          way: { kind: 'phone-code' },
        })
        statuses.push(reply.status)
      }
      expect(statuses).toEqual([401, 401, 401, 401, 401, 429])
    }
  })
})

describe('S-014: a proof is good for one purpose, one device, one use, two minutes', () => {
  test('opens the sign-in once, then never again', async () => {
    const person = await nextPerson()
    const visitor = product.visitor('public')
    const proof = await earnSliderProof(visitor, 'sign-in')
    const input = { account: person.number, password: APPLICANT_PASSWORD, way: { kind: 'slider', proof } } as const
    expect((await visitor.call(signInEndpoint, input)).output()).toMatchObject({ because: 'new-device' })
    expect((await visitor.call(signInEndpoint, input)).refusal().code).toBe('account.proof-refused')
  })

  test('is refused in another browser, for another purpose, and when it is over', async () => {
    const person = await nextPerson()
    const visitor = product.visitor('public')
    const use = (by: TestClient, proof: string) =>
      by.call(signInEndpoint, { account: person.number, password: APPLICANT_PASSWORD, way: { kind: 'slider', proof } })
    const stolen = await earnSliderProof(visitor, 'sign-in')
    const thief = product.visitor('public')
    await thief.call(getMeEndpoint, {})
    expect((await use(thief, stolen)).refusal().code).toBe('account.proof-refused')
    const forCodes = await earnSliderProof(visitor, 'phone-code')
    expect((await use(visitor, forCodes)).refusal().code).toBe('account.proof-refused')
    const old = await earnSliderProof(visitor, 'sign-in')
    await product.admin.query(
      `update challenges set expires_at = app_now() - interval '1 second' where proof_hash is not null`,
    )
    expect((await use(visitor, old)).refusal().code).toBe('account.proof-refused')
    expect(await countSms(person.phone)).toBe(0)
  })

  test('is not earned twice from one challenge, nor after three wrong answers', async () => {
    const visitor = product.visitor('public')
    const { challengeId } = (await visitor.call(createChallengeEndpoint, { purpose: 'phone-code' })).output()
    const answer = { kind: 'work', counter: '1' } as const
    const codes = []
    for (let index = 0; index < 4; index += 1) {
      codes.push((await visitor.call(solveChallengeEndpoint, { challengeId, answer })).refusal().code)
    }
    expect(codes).toEqual(['account.work-wrong', 'account.work-wrong', 'account.work-wrong', 'account.challenge-over'])
  })
})

describe('S-015: without a proven challenge the password is not looked at', () => {
  const malformed: readonly (readonly [string, unknown])[] = [
    ['omitted', undefined],
    ['null', null],
    ['empty', ''],
    ['a list', []],
    ['{"ok":true}', { ok: true }],
    ['no proof', { kind: 'slider' }],
    ['an empty proof', { kind: 'slider', proof: '' }],
    ['a null proof', { kind: 'slider', proof: null }],
    ['a list of proofs', { kind: 'slider', proof: [] }],
    ['a flag of the client', { kind: 'slider', passed: true }],
    ['a flag beside the proof', { kind: 'slider', proof: 'x', passed: true }],
    ['an unknown way', { kind: 'none' }],
    ['a made-up proof', { kind: 'slider', proof: 'A'.repeat(43) }],
  ]
  test.each(malformed)('refuses a way that is %s', async (_name, way) => {
    const person = await product.sandbox.findPerson('restricted')
    const visitor = product.visitor('public')
    const verified = countVerifications()
    const body = JSON.stringify({ account: person.number, password: APPLICANT_PASSWORD, way })
    const reply = await visitor.raw({ method: 'POST', url: '/api/session/sign-in', headers: OWN, body })
    expect([400, 403]).toContain(reply.status)
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    expect(verified()).toBe(0)
  })

  test('refuses the same as a form instead of JSON', async () => {
    const person = await product.sandbox.findPerson('restricted')
    const visitor = product.visitor('public')
    const verified = countVerifications()
    const body = new URLSearchParams({
      account: person.number,
      password: APPLICANT_PASSWORD,
      way: 'phone-code',
    }).toString()
    const headers = { ...OWN, 'content-type': 'application/x-www-form-urlencoded' }
    const reply = await visitor.raw({ method: 'POST', url: '/api/session/sign-in', headers, body })
    expect(reply.status).toBe(400)
    expect(verified()).toBe(0)
  })

  test('takes no proof of work in place of the slider at sign-in', async () => {
    const person = await product.sandbox.findPerson('restricted')
    const visitor = product.visitor('public')
    const proof = await earnProof(visitor, 'sign-in')
    const verified = countVerifications()
    const way = { kind: 'slider', proof } as const
    const reply = await visitor.call(signInEndpoint, { account: person.number, password: APPLICANT_PASSWORD, way })
    expect(reply.refusal().code).toBe('account.proof-refused')
    expect(verified()).toBe(0)
  })

  /** How often a password has been hashed since now. */
  function countVerifications(): () => number {
    const { hasher } = product.services.public
    const verify = hasher.verify.bind(hasher)
    let count = 0
    hasher.verify = (password, stored) => {
      count += 1
      return verify(password, stored)
    }
    return () => {
      hasher.verify = verify
      return count
    }
  }
})

/** Opens every connection of the pool, so that requests sent at once also arrive at once. */
async function warmUp(): Promise<void> {
  const { db } = product.services.public
  await Promise.all(
    Array.from({ length: 12 }, () => db.transaction({}, (tx) => tx.run(sql`select pg_sleep(0.05)`), 'read')),
  )
}

describe('S-016: the way without dragging', () => {
  test('signs in by password and code; the code alone, or with a wrong password, opens nothing', async () => {
    const person = await nextPerson()
    const visitor = product.visitor('public')
    const wrong = await visitor.call(signInEndpoint, {
      account: person.number,
      password: '不是这个密码哦',
      way: { kind: 'phone-code' },
    })
    expect(wrong.status).toBe(401)
    expect(await countSms(person.phone)).toBe(0)
    const first = await visitor.call(signInEndpoint, {
      account: person.number,
      password: APPLICANT_PASSWORD,
      way: { kind: 'phone-code' },
    })
    const step = first.output()
    expect(step).toMatchObject({ kind: 'code-required', because: 'without-dragging' })
    expect(visitor.cookies.has(COOKIE)).toBe(false)
    const code = await readCode(product, person.phone)
    if (step.kind !== 'code-required') throw new Error('a code is asked for')
    ;(await visitor.call(signInWithCodeEndpoint, { ticket: step.ticket, code })).output()
    expect((await visitor.call(getMeEndpoint, {})).output()).toMatchObject({ signedIn: true })
  })

  test('S-011: five wrong codes end the ticket, and a code counts only in the browser that asked', async () => {
    const person = await nextPerson()
    const visitor = product.visitor('public')
    const step = (
      await visitor.call(signInEndpoint, {
        account: person.number,
        password: APPLICANT_PASSWORD,
        way: { kind: 'phone-code' },
      })
    ).output()
    if (step.kind !== 'code-required') throw new Error('a code is asked for')
    const code = await readCode(product, person.phone)
    const other = product.visitor('public')
    await other.call(getMeEndpoint, {})
    expect((await other.call(signInWithCodeEndpoint, { ticket: step.ticket, code })).status).toBe(403)
    const wrong = code === '000000' ? '000001' : '000000'
    for (let index = 0; index < 5; index += 1) {
      expect((await visitor.call(signInWithCodeEndpoint, { ticket: step.ticket, code: wrong })).status).toBe(403)
    }
    expect((await visitor.call(signInWithCodeEndpoint, { ticket: step.ticket, code })).status).toBe(403)
  })

  test('S-011: one right code sent four times at once opens one session', async () => {
    const person = await nextPerson()
    const visitor = product.visitor('public')
    const step = (
      await visitor.call(signInEndpoint, {
        account: person.number,
        password: APPLICANT_PASSWORD,
        way: { kind: 'phone-code' },
      })
    ).output()
    if (step.kind !== 'code-required') throw new Error('a code is asked for')
    const code = await readCode(product, person.phone)
    await warmUp()
    const replies = await Promise.all(
      Array.from({ length: 4 }, () => visitor.call(signInWithCodeEndpoint, { ticket: step.ticket, code })),
    )
    expect(replies.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403])
  })
})

describe('S-019: a session id planted before is worth nothing after', () => {
  test('gives a new id at sign-in and ends the one the browser came with', async () => {
    const [planter, person] = [await nextPerson(), await nextPerson()]
    const attacker = await signInApplicant(product, planter)
    const planted = attacker.cookies.get(COOKIE) ?? ''
    const visitor = product.visitor('public')
    visitor.cookies.set(COOKIE, planted)
    const step = (
      await visitor.call(signInEndpoint, {
        account: person.number,
        password: APPLICANT_PASSWORD,
        way: { kind: 'phone-code' },
      })
    ).output()
    if (step.kind !== 'code-required') throw new Error('a code is asked for')
    const code = await readCode(product, person.phone)
    ;(await visitor.call(signInWithCodeEndpoint, { ticket: step.ticket, code })).output()
    expect(visitor.cookies.get(COOKIE)).not.toBe(planted)
    expect((await attacker.call(getMeEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })

  test('does not take a value of the visitor’s own making', async () => {
    const visitor = product.visitor('public')
    visitor.cookies.set(COOKIE, 'A'.repeat(43))
    expect((await visitor.call(getMeEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })

  test('S-021: signing out ends the session on the server and clears what the browser keeps', async () => {
    const visitor = await signInApplicant(product, await nextPerson())
    const token = visitor.cookies.get(COOKIE) ?? ''
    const reply = await visitor.call(signOutEndpoint, {})
    expect(reply.headers['clear-site-data']).toBe('"cache", "storage"')
    const replay = product.visitor('public')
    replay.cookies.set(COOKIE, token)
    expect((await replay.call(getMeEndpoint, {})).output()).toMatchObject({ signedIn: false })
  })
})

describe('S-087: registration data', () => {
  const VALID = {
    documentType: 'resident-id',
    password: '青山隐隐水迢迢秋尽江南',
    phoneCodeId: randomUUID(),
    code: '000000',
    phone: '13800000000',
  } as const
  const register = (change: { readonly documentNumber?: string; readonly name?: string }) =>
    product
      .visitor('public')
      .call(registerEndpoint, { ...VALID, documentNumber: '110101199003079976', name: '林知夏', ...change })

  /** 17 digits and their check digit (GB 11643). */
  function withCheckDigit(digits: string): string {
    const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
    const sum = weights.reduce((total, weight, index) => total + weight * Number(digits[index]), 0)
    return `${digits}${'10X98765432'[sum % 11]}`
  }
  const GOOD = withCheckDigit('33080219900307997')

  test('refuses a wrong check digit and a day that does not exist', async () => {
    const wrong = `${GOOD.slice(0, 17)}${GOOD.endsWith('1') ? '2' : '1'}`
    for (const documentNumber of [wrong, withCheckDigit('33080219900231997'), withCheckDigit('33080219901301997')]) {
      expect((await register({ documentNumber })).refusal().reasons).toContainEqual(
        expect.objectContaining({ code: 'account.document-number-wrong', field: 'documentNumber' }),
      )
    }
  })

  test('reads full-width digits, blanks at the ends and a small x as the number they mean', async () => {
    const days = Array.from({ length: 28 }, (_, day) => String(day + 1).padStart(2, '0'))
    const ending = days.map((day) => withCheckDigit(`330802199003${day}997`)).find((one) => one.endsWith('X')) ?? ''
    expect(ending).not.toBe('')
    const wide = GOOD.replaceAll(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit)))
    for (const documentNumber of [GOOD, wide, ` ${GOOD} `, ending, ending.toLowerCase()]) {
      expect((await register({ documentNumber })).refusal().code).toBe('account.code-wrong')
    }
  })

  test('takes rare characters and the middle dot, and refuses Latin letters that only look right', async () => {
    for (const name of ['䶮一鸣', '㛃宁', '𠅤安', '𫖯之', '阿依古丽·买买提', '长'.repeat(40)]) {
      expect((await register({ documentNumber: GOOD, name })).refusal().code, name).toBe('account.code-wrong')
    }
    for (const name of ['王Ο', '王O', 'Wаng', '王\u202e三', '王\u200b三', '']) {
      const { reasons } = (await register({ documentNumber: GOOD, name })).refusal()
      expect(
        reasons.map((reason) => reason.field),
        name,
      ).toContain('name')
    }
  })
})

test('S-011: a phone code opens one account, also when it is sent four times at once', async () => {
  const person = await product.sandbox.findPerson('two-proofs')
  const visitor = product.visitor('public')
  const code = await getPhoneCode(product, visitor, { phone: person.phone, purpose: 'register' })
  const input = {
    documentType: 'resident-id',
    documentNumber: person.number,
    name: person.name,
    phone: person.phone,
    password: '青山隐隐水迢迢秋尽江南',
    ...code,
  } as const
  await warmUp()
  const replies = await Promise.all(Array.from({ length: 4 }, () => visitor.call(registerEndpoint, input)))
  expect(replies.map((reply) => reply.status).toSorted((a, b) => a - b)).toEqual([200, 403, 403, 403])
})

describe('S-012: no flood of messages', () => {
  test('sends nothing without a proof', async () => {
    const { phone } = await product.sandbox.findPerson('postgraduate')
    for (const proof of ['x', 'A'.repeat(43)]) {
      const reply = await product.visitor('public').call(sendPhoneCodeEndpoint, { purpose: 'register', phone, proof })
      expect(reply.refusal().code).toBe('account.proof-refused')
    }
    expect(await countSms(phone)).toBe(0)
  })

  test('sends exactly one of fifty asked for at once', async () => {
    const { phone } = await product.sandbox.findPerson('postgraduate')
    const visitors = Array.from({ length: 50 }, () => product.visitor('public'))
    const proofs: string[] = []
    for (const visitor of visitors) proofs.push(await grantProof(visitor))
    const before = await product.sandbox.countCalls('sms')
    const replies = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.call(sendPhoneCodeEndpoint, { purpose: 'register', phone, proof: proofs[index] ?? '' }),
      ),
    )
    await product.settle()
    expect(replies.filter((reply) => reply.status === 200)).toHaveLength(1)
    expect(replies.filter((reply) => reply.status === 429)).toHaveLength(49)
    expect((await product.sandbox.countCalls('sms')) - before).toBe(1)
  })

  test('stops at five a day for one phone', async () => {
    const { phone } = await product.sandbox.findPerson('postgraduate', 1)
    const codes = []
    for (let index = 0; index < 6; index += 1) {
      const visitor = product.visitor('public')
      const proof = await grantProof(visitor)
      const reply = await visitor.call(sendPhoneCodeEndpoint, { purpose: 'register', phone, proof })
      codes.push(reply.status === 200 ? 'sent' : reply.refusal().code)
      await product.admin.query(`update phone_sends set last_at = last_at - interval '61 seconds'`)
    }
    expect(codes).toEqual(['sent', 'sent', 'sent', 'sent', 'sent', 'account.code-daily-limit'])
  })

  test('lets one device write to thirty phones, not to a hundred', async () => {
    const visitor = product.visitor('public')
    let sent = 0
    for (let index = 0; index < 100; index += 1) {
      const phone = `139${String(99_000_000 + index).padStart(8, '0')}`
      const proof = await grantProof(visitor)
      const reply = await visitor.call(sendPhoneCodeEndpoint, { purpose: 'register', phone, proof })
      if (reply.status === 200) sent += 1
    }
    expect(sent).toBe(30)
  })

  /** A proof laid into the database, so that a hundred of them cost no hundred seconds of work. */
  async function grantProof(visitor: TestClient): Promise<string> {
    await visitor.call(getMeEndpoint, {})
    const { crypto } = product.services.public
    const proof = crypto.randomToken()
    await product.admin.query(
      `insert into challenges (id, purpose, device_hash, gap_x, work, bits, expires_at, solved_by, proof_hash)
       values ($1, 'phone-code', $2, 0, '', 0, app_now() + interval '2 minutes', 'work', $3)`,
      [randomUUID(), crypto.hashToken(visitor.cookies.get('__Host-xt-device') ?? ''), crypto.hashToken(proof)],
    )
    return proof
  }
})
