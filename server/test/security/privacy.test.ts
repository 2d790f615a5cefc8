import {
  completeProfileEndpoint,
  getMeEndpoint,
  registerEndpoint,
  signInEndpoint,
  signInWithCodeEndpoint,
} from '@xingtan/contract/account'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { verifyEducationEndpoint, verifyPutonghuaEndpoint } from '@xingtan/contract/evidence'
import { personKey } from '@xingtan/domain/person-identity'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createCrypto } from '../../src/platform/crypto.ts'
import { findLocalPerson, makeReadyDraft, submitReady } from '../applicant.ts'
import { PUBLIC_ORIGIN, type TestProduct, startTestProduct } from '../product.ts'
import { APPLICANT_PASSWORD, OFFICER_PASSWORD, getPhoneCode, readCode, signInOfficer } from '../sign-in.ts'
import { listTables } from '../tables.ts'

const PASSWORD = '青山隐隐水迢迢秋尽江南'
const PEOPLE = 20

let product: TestProduct
const people: SandboxPerson[] = []
const codes: string[] = []
const tokens: string[] = []

/** Registers, is proven or not, fails to sign in, signs in again, asks sources, types where nothing is expected. */
async function live(person: SandboxPerson): Promise<void> {
  const visitor = product.visitor('public')
  const code = await getPhoneCode(product, visitor, { phone: person.phone, purpose: 'register' })
  codes.push(code.code)
  const given = {
    documentType: 'resident-id',
    documentNumber: person.number,
    name: person.name,
    phone: person.phone,
  } as const
  await visitor.call(registerEndpoint, { ...given, password: '123', ...code })
  ;(await visitor.call(registerEndpoint, { ...given, password: PASSWORD, ...code })).output()
  await product.settle()
  await visitor.call(completeProfileEndpoint, { ethnicGroup: '01' })
  await visitor.call(verifyPutonghuaEndpoint, { number: person.putonghua[0]?.certificateNumber ?? '33020190000001' })
  await visitor.call(verifyEducationEndpoint, {
    certificateNumber: person.educations[0]?.certificateNumber ?? '103451201905000001',
  })
  const way = { kind: 'phone-code' } as const
  await visitor.call(signInEndpoint, { account: person.number, password: `${PASSWORD}错`, way })
  await visitor.call(signInEndpoint, { account: person.name, password: person.phone, way })
  await visitor.raw({ method: 'GET', url: `/api/none/${person.number}?phone=${person.phone}` })
  await visitor.raw({ method: 'GET', url: `/api/regions?parent=${person.number}` })
  await visitor.raw({
    method: 'POST',
    url: '/api/session/sign-in',
    headers: { origin: PUBLIC_ORIGIN, 'x-requested-with': 'xingtan', 'content-type': 'application/json' },
    body: `{"account":"${person.number}`,
  })
  const step = await visitor.call(signInEndpoint, { account: person.number, password: PASSWORD, way })
  const result = step.output()
  if (result.kind === 'code-required') {
    const second = await readCode(product, person.phone)
    codes.push(second)
    tokens.push(result.ticket)
    await visitor.call(signInWithCodeEndpoint, { ticket: result.ticket, code: second })
  }
  tokens.push(...visitor.cookies.values())
}

beforeAll(async () => {
  product = await startTestProduct()
  const scenarios = ['graduate', 'name-differs-police', 'rare-name', 'unknown-to-police'] as const
  for (let place = 0; people.length < PEOPLE; place += 1) {
    for (const scenario of scenarios) {
      const person = await product.sandbox.findPerson(scenario, 10 + place).catch(() => undefined)
      if (person !== undefined && people.length < PEOPLE) people.push(person)
    }
  }
  for (const person of people) await live(person)
  const applicant = await findLocalPerson(product, 'graduate')
  people.push(applicant)
  const ready = await makeReadyDraft(product, applicant)
  await submitReady(ready)
  tokens.push(...ready.visitor.cookies.values(), ...(await signInOfficer(product, 'kecheng-confirm')).cookies.values())
  await product.settle()
})
afterAll(() => product.stop())

/** The value as it could hide: as it is, escaped for addresses, in base64 of each offset, in hex. */
function disguises(value: string): string[] {
  const bytes = Buffer.from(value)
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), bytes])
      .toString('base64')
      .slice(shift === 0 ? 0 : 4, -4),
  )
  const escaped = value.replaceAll(
    /[^\x20-\x7e]/g,
    (sign) => `\\u${(sign.codePointAt(0) ?? 0).toString(16).padStart(4, '0')}`,
  )
  return [value, encodeURIComponent(value), bytes.toString('hex'), escaped, ...base64].filter(
    (text) => text.length >= 4,
  )
}

function findLeaks(text: string, values: readonly string[]): string[] {
  return values.filter((value) => disguises(value).some((disguise) => text.includes(disguise)))
}

const secrets = () => [
  ...people.flatMap(({ number, phone }) => [number, phone]),
  PASSWORD,
  APPLICANT_PASSWORD,
  OFFICER_PASSWORD,
  ...tokens,
]
const names = () => people.map(({ name }) => name).filter((name) => name.length >= 2)

async function textOf(query: string): Promise<string> {
  const { rows } = await product.admin.query<{ text: string | null }>(
    `select string_agg(t::text, E'\\n') as text from (${query}) t`,
  )
  return rows[0]?.text ?? ''
}

/** What COPY writes of a table: the whole of its rows, nothing masked. */
function dump(table: string): Promise<string> {
  return textOf(`select * from ${table}`)
}

describe('S-124: a run of twenty-one lives leaves no trace of them', () => {
  test('in the log, the codes included', () => {
    const text = product.logLines.join('\n')
    expect(product.logLines.length).toBeGreaterThan(200)
    expect(findLeaks(text, [...secrets(), ...names()])).toEqual([])
    // Six digits may be part of an id by chance; a code stands alone.
    expect(codes.filter((code) => new RegExp(`(?<![\\w-])${code}(?![\\w-])`).test(text))).toEqual([])
  })

  test('S-125: the log names routes, never the addresses that were asked for', () => {
    const answered = product.logLines.filter((line) => line.includes('http.answered'))
    expect(answered.some((line) => line.includes('"route":"/api/regions"'))).toBe(true)
    for (const line of answered) expect(line).not.toMatch(/\?|%|\/api\/none/)
  })

  test.each(['jobs', 'idempotency_keys', 'audit_events', 'rate_counters', 'verifications', 'application_events'])(
    'in %s',
    async (table) => {
      expect(findLeaks(await dump(table), [...secrets(), ...names()])).toEqual([])
    },
  )

  test('in messages that were sent: number and text are wiped', async () => {
    const text = await textOf(`select address_sealed, text_sealed from messages where state = 'sent'`)
    expect(text).not.toContain('\\x')
    expect(await textOf(`select 1 from messages where state = 'sent'`)).not.toBe('')
  })
})

describe('S-133: a stolen dump', () => {
  test('holds no number, no phone, no password and no token in any table', async () => {
    const tables = await listTables(product.admin)
    expect(tables).toContain('accounts')
    const leaks: Record<string, string[]> = {}
    for (const table of tables) {
      const found = findLeaks(await dump(table), secrets())
      if (found.length > 0) leaks[table] = found
    }
    expect(leaks).toEqual({})
  })

  test('still finds a person by the whole number, and by nothing less', async () => {
    const { crypto } = product.services.public
    for (const { number } of people.slice(0, 3)) {
      const count = async (text: string) => {
        const { rows } = await product.admin.query<{ count: number }>(
          `select count(*)::int as count from accounts where person_index = $1`,
          [crypto.blindIndex('person', personKey('resident-id', text) ?? text)],
        )
        return rows[0]?.count
      }
      expect(await count(number)).toBe(1)
      expect(await count(number.slice(0, 17))).toBe(0)
    }
  })

  test('stays readable after the key was changed, and shut for who holds another', async () => {
    const { rows } = await product.admin.query<{ sealed: Buffer; index: Buffer }>(
      `select number_sealed as sealed, person_index as index from accounts where claimed_at is not null limit 1`,
    )
    const [row] = rows
    if (row === undefined) throw new Error('nobody is there')
    const secret = product.config.XINGTAN_SECRET
    const rotated = createCrypto({ secret: 'ab'.repeat(32), keyId: 2, oldSecrets: [{ keyId: 1, secret }] })
    const number = rotated.openColumn(row.sealed)
    expect(people.map((person) => person.number).concat(number)).toContain(number)
    expect(rotated.isSealedWithOldKey(row.sealed)).toBe(true)
    expect(
      rotated.blindIndexes('person', personKey('resident-id', number) ?? '').some((index) => index.equals(row.index)),
    ).toBe(true)
    expect(() => createCrypto({ secret: 'ab'.repeat(32), keyId: 2 }).openColumn(row.sealed)).toThrow('not known')
    expect(() => createCrypto({ secret: 'ab'.repeat(32), keyId: 1 }).openColumn(row.sealed)).toThrow()
  })
})

test('S-122: the page’s own view of the person carries no number and no phone', async () => {
  const officer = await signInOfficer(product, 'kecheng-review')
  const reply = await officer.raw({ method: 'GET', url: '/api/cases' })
  expect(reply.status).toBe(200)
  expect(
    findLeaks(
      reply.text,
      people.flatMap(({ number, phone }) => [number, phone]),
    ),
  ).toEqual([])
  expect((await product.visitor('public').call(getMeEndpoint, {})).text).not.toMatch(/\d{11}/)
})
