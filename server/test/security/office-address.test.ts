import type { InputOf } from '@xingtan/contract/endpoint'
import {
  addAddressRuleEndpoint,
  endAddressRuleEndpoint,
  listAddressRulesEndpoint,
  listSecurityEventsEndpoint,
} from '@xingtan/contract/office/door'
import { beginSignInEndpoint, finishSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createFace } from '../../src/face.ts'
import { createMetrics } from '../../src/platform/metrics.ts'
import { type TestClient, carryInto, createTestClient } from '../client.ts'
import { type TestProduct, startTestProduct } from '../product.ts'
import { OFFICE_ORIGIN } from '../sandbox.ts'
import { OFFICER_PASSWORD, signInOfficer, sm2Signer } from '../sign-in.ts'

const COOKIE = '__Host-xo-session'
const HOME = '33075'
const INSIDE = '203.0.113.20'
const OUTSIDE = '198.51.100.7'

let product: TestProduct
let security: TestClient

beforeAll(async () => {
  product = await startTestProduct()
  security = await signInOfficer(product, 'zhejiang-security')
})
afterAll(() => product.stop())
beforeEach(async () => {
  await product.admin.query('delete from staff_address_rules')
  await product.admin.query('delete from staff_failures')
})

function from(address: string, face = product.faces.office): TestClient {
  return createTestClient(carryInto(face, address), OFFICE_ORIGIN)
}

const RULE = {
  agencyCode: HOME,
  username: null,
  network: '203.0.113.0/24',
  label: '办公楼',
  startsOn: '2026-10-01',
  endsOn: null,
  acceptsLockOut: false,
}

async function add(more: Partial<InputOf<typeof addAddressRuleEndpoint>> = {}): Promise<string> {
  const reply = await security.call(addAddressRuleEndpoint, { ...RULE, ...more })
  return reply.status === 200 ? 'done' : reply.refusal().code
}

/** `signed-in`, or the code of the refusal. */
async function signIn(client: TestClient, username = 'kecheng-review', headers: Record<string, string> = {}) {
  const begun = await client.call(beginSignInEndpoint, { username, password: OFFICER_PASSWORD }, { headers })
  if (begun.status !== 200) return begun.refusal().code
  const question = begun.output()
  const answer = { ticket: question.ticket, proof: await sm2Signer(product)(question) }
  const reply = await client.call(finishSignInEndpoint, answer, { headers })
  return reply.status === 200 ? 'signed-in' : reply.refusal().code
}

async function isSignedIn(client: TestClient, headers: Record<string, string> = {}): Promise<boolean> {
  return (await client.call(getOfficerEndpoint, {}, { headers })).output().signedIn
}

async function countEvents(kind: string): Promise<number> {
  const { rows } = await product.admin.query<{ count: number }>(
    'select count(*)::int as count from staff_security_events where kind = $1',
    [kind],
  )
  return rows[0]?.count ?? 0
}

describe('S-037: an officer works from the addresses on the list', () => {
  test('without a list from anywhere, with one only from there, refused in the words of a wrong password, with an alert', async () => {
    expect(await signIn(from(OUTSIDE))).toBe('signed-in')
    expect(await add()).toBe('done')
    expect(await signIn(from(INSIDE))).toBe('signed-in')
    const before = await countEvents('address-refused')
    const refused = from(OUTSIDE)
    expect(await signIn(refused)).toBe('staff.sign-in-refused')
    expect(refused.cookies.has(COOKIE)).toBe(false)
    expect(await countEvents('address-refused')).toBe(before + 1)
    const { rows } = (await security.call(listSecurityEventsEndpoint, { kind: 'address-refused' })).output()
    expect(rows[0]).toMatchObject({ holder: '苏允文', agencyName: '柯城区教育局', address: OUTSIDE })
  })

  test.each(['x-forwarded-for', 'x-real-ip', 'forwarded', 'cf-connecting-ip', 'true-client-ip', 'x-client-ip'])(
    'a listed address in %s changes nothing',
    async (name) => {
      await add()
      const value = name === 'forwarded' ? `for=${INSIDE}` : INSIDE
      expect(await signIn(from(OUTSIDE), 'kecheng-review', { [name]: value })).toBe('staff.sign-in-refused')
    },
  )

  test('behind one trusted proxy its entry counts, and nothing that stands before it (S-168)', async () => {
    await add()
    const config = { ...product.config, TRUSTED_HOPS: 1 }
    const { office } = product.services
    const face = await createFace('office', office, config, createMetrics('office', office.db))
    const proxied = (chain: string) => signIn(from('10.0.0.1', face), 'kecheng-review', { 'x-forwarded-for': chain })
    expect(await proxied(INSIDE)).toBe('signed-in')
    expect(await proxied(`${OUTSIDE}, ${INSIDE}`)).toBe('signed-in')
    expect(await proxied(`${INSIDE}, ${OUTSIDE}`)).toBe('staff.sign-in-refused')
    expect(await proxied(`${INSIDE}, ${INSIDE}, ${OUTSIDE}`)).toBe('staff.sign-in-refused')
    expect(await proxied('nonsense')).toBe('staff.sign-in-refused')
    await face.close()
  })

  test('a session carried to another address ends at its first request there, with one alert', async () => {
    const officer = from(INSIDE)
    expect(await signIn(officer, 'kecheng-vet')).toBe('signed-in')
    await add()
    expect(await isSignedIn(officer)).toBe(true)
    const thief = from(OUTSIDE)
    thief.cookies.set(COOKIE, officer.cookies.get(COOKIE) ?? '')
    const before = await countEvents('session-address')
    expect(await isSignedIn(thief, { 'x-forwarded-for': INSIDE })).toBe(false)
    expect(await isSignedIn(thief)).toBe(false)
    expect(await isSignedIn(officer)).toBe(false)
    expect(await countEvents('session-address')).toBe(before + 1)
  })

  test('begins and ends at its instants', async () => {
    await add({ startsOn: '2026-10-14', endsOn: '2026-10-15' })
    await add({ network: '192.0.2.0/24' })
    const at = async (instant: string) => {
      await product.moveClock(new Date(instant))
      await product.admin.query('delete from staff_failures')
      return signIn(from(INSIDE))
    }
    expect(await at('2026-10-13T23:59:59+08:00')).toBe('staff.sign-in-refused')
    expect(await at('2026-10-14T00:00:00+08:00')).toBe('signed-in')
    expect(await at('2026-10-14T23:59:50+08:00')).toBe('signed-in')
    expect(await at('2026-10-15T00:00:00+08:00')).toBe('staff.sign-in-refused')
    await product.moveClock(new Date('2026-10-12T10:00:00+08:00'))
    security = await signInOfficer(product, 'zhejiang-security')
  })

  test('an address of one officer opens the door to that officer alone, beside those of the agency', async () => {
    await add()
    await add({ username: 'kecheng-vet', network: `${OUTSIDE}/32` })
    expect(await signIn(from(OUTSIDE), 'kecheng-vet')).toBe('signed-in')
    expect(await signIn(from(INSIDE), 'kecheng-vet')).toBe('signed-in')
    expect(await signIn(from(OUTSIDE), 'kecheng-review')).toBe('staff.sign-in-refused')
  })

  test('knows IPv6, and an IPv4 peer of an IPv6 socket', async () => {
    await add({ network: '2001:db8:5::/48' })
    expect(await signIn(from('2001:db8:5::77'))).toBe('signed-in')
    expect(await signIn(from('2001:db8:6::77'))).toBe('staff.sign-in-refused')
    await add()
    expect(await signIn(from(`::ffff:${INSIDE}`))).toBe('signed-in')
  })

  test('where the policy asks for a list, an agency without one lets nobody in', async () => {
    await product.admin.query(
      `insert into policies (id, key, scope, effective_from, value, source)
       values (gen_random_uuid(), 'office.address-required', 'agency:33075', '2026-10-01', 'true', '依据待核')`,
    )
    expect(await signIn(from(INSIDE))).toBe('staff.sign-in-refused')
    await add()
    expect(await signIn(from(INSIDE))).toBe('signed-in')
    await product.admin.query(`delete from policies where key = 'office.address-required' and scope = 'agency:33075'`)
  })
})

describe('S-037: who keeps the lists', () => {
  test('the security officer of the province for the agencies below, none beside it', async () => {
    expect(await add()).toBe('done')
    expect(await add({ agencyCode: '00000' })).toBe('request.not-found')
    const { rows } = await product.admin.query<{ code: string }>(
      `select code from agencies where level = 'county' and left(region_code, 2) <> '33' limit 1`,
    )
    const foreign = rows[0]?.code ?? ''
    expect(await add({ agencyCode: foreign })).toBe('request.not-found')
    const seen = await security.call(listAddressRulesEndpoint, { agencyCode: foreign })
    expect(seen.refusal().code).toBe('request.not-found')
    const nation = await signInOfficer(product, 'nation-security')
    expect((await nation.call(addAddressRuleEndpoint, { ...RULE, agencyCode: foreign })).status).toBe(200)
    const { rules } = (await nation.call(listAddressRulesEndpoint, { agencyCode: foreign })).output()
    const ended = await security.call(endAddressRuleEndpoint, { ruleId: rules[0]?.ruleId ?? '', acceptsLockOut: false })
    expect(ended.refusal().code).toBe('request.not-found')
  })

  test('names every defect at once', async () => {
    const reply = await security.call(addAddressRuleEndpoint, {
      ...RULE,
      network: '0.0.0.0/0',
      endsOn: '2026-10-01',
      username: 'quzhou-review',
    })
    expect(reply.refusal().reasons.map(({ field }) => field)).toEqual(['network', 'endsOn', 'username'])
    for (const network of ['300.1.1.1', '10.0.0.0/33', 'office', '2001:zz::/48']) {
      const bad = await security.call(addAddressRuleEndpoint, { ...RULE, network })
      expect(bad.refusal().reasons[0]?.field).toBe('network')
    }
  })

  test('never shuts the editor out unawares, neither by a first rule nor by ending the last that fits', async () => {
    const province = { agencyCode: '33000', label: '省厅' }
    const { rows } = await product.admin.query<{ code: string }>(
      `select agency_code as code from staff_users where username = 'zhejiang-security'`,
    )
    province.agencyCode = rows[0]?.code ?? ''
    expect(await add(province)).toBe('staff.address-locks-out')
    expect(await add({ ...province, network: '127.0.0.1' })).toBe('done')
    expect(await add(province)).toBe('done')
    const { rules } = (await security.call(listAddressRulesEndpoint, { agencyCode: province.agencyCode })).output()
    const own = rules.find(({ network }) => network.startsWith('127.'))?.ruleId ?? ''
    const ending = await security.call(endAddressRuleEndpoint, { ruleId: own, acceptsLockOut: false })
    expect(ending.refusal().code).toBe('staff.address-locks-out')
    expect(await isSignedIn(security)).toBe(true)
    expect((await security.call(endAddressRuleEndpoint, { ruleId: own, acceptsLockOut: true })).status).toBe(200)
    expect(await isSignedIn(security)).toBe(false)
    await product.admin.query('delete from staff_address_rules')
    security = await signInOfficer(product, 'zhejiang-security')
  })
})
