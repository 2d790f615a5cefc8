import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { HOME, type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { arrangeCase } from '../arrange-case.ts'
import { listCases } from '../../src/modules/case/index.ts'
import { approvePolicy, getPolicyProposal } from '../../src/modules/policy/approve-policy.ts'
import { getPolicy } from '../../src/modules/policy/get-policy.ts'
import { loadPolicyBook } from '../../src/modules/policy/index.ts'
import { listAllPolicies } from '../../src/modules/policy/list-all-policies.ts'
import { previewPolicy, proposePolicy, proposePolicyEnd } from '../../src/modules/policy/propose-policy.ts'
import { codesOf } from '../refusal-codes.ts'

const ZHEJIANG = '33000'
const NATION = '00000'
const KEY = 'medical.validity-days'
const GROUNDS = { reason: '按省厅通知调整', source: '浙教办〔2026〕1号' }

let world: World
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.moveClock('2026-10-12T10:00:00+08:00')
  const { rows } = await world.admin.query<{ code: string }>(
    `select code from agencies where region_code = '330000' and level = 'province'`,
  )
  const agencyCode = rows[0]?.code ?? ZHEJIANG
  first = await world.officer({ roles: ['plan'], agencyCode })
  second = await world.officer({ roles: ['plan'], agencyCode })
})

const rule = (more: object = {}) => ({
  key: KEY,
  scope: `agency:${HOME}`,
  effectiveFrom: '2026-10-12',
  effectiveTo: null,
  value: 90,
  ...GROUNDS,
  ...more,
})

const daysNow = (face: 'office' | 'public' | 'worker') =>
  world.services[face].db.transaction({}, async (tx) => {
    const book = await loadPolicyBook(tx, HOME)
    return book.resolve(KEY, tx.today).value
  })

const adopt = async (wish: ReturnType<typeof rule>) => {
  const { proposalId } = await proposePolicy(world.as(first), wish)
  await approvePolicy(world.as(second), { proposalId })
}

describe('a rule is proposed by one person and approved by another (ADM-3, S-056)', () => {
  test('R-056: a rule that starts today holds on every node at its next transaction', async () => {
    expect(await daysNow('public')).toBe(180)
    await adopt(rule())
    expect(await Promise.all([daysNow('public'), daysNow('office'), daysNow('worker')])).toEqual([90, 90, 90])
    // The next day it is followed by another; the one before keeps its days and ends there.
    await adopt(rule({ effectiveFrom: '2026-10-13', value: 120 }))
    expect(await daysNow('public')).toBe(90)
    await world.moveClock('2026-10-12T23:59:59.500+08:00')
    expect(await daysNow('public')).toBe(90)
    await world.moveClock('2026-10-13T00:00:00+08:00')
    expect(await daysNow('public')).toBe(120)
    await world.moveClock('2026-10-12T10:00:00+08:00')
    expect(
      await world.rows(
        `select effective_from::text, effective_to::text, value from policies where key = $1 and scope = $2 order by 1`,
        [KEY, `agency:${HOME}`],
      ),
    ).toEqual([
      { effective_from: '2026-10-12', effective_to: '2026-10-13', value: 90 },
      { effective_from: '2026-10-13', effective_to: null, value: 120 },
    ])
  })

  test('S-056: the proposer cannot approve, not even by a second account of the same person', async () => {
    const twin = await world.officer({ roles: ['plan'], agencyCode: first.agencyCode, personId: first.personId })
    const { proposalId } = await proposePolicy(world.as(first), rule({ scope: '330000' }))
    for (const self of [first, twin]) {
      expect(await codesOf(approvePolicy(world.as(self), { proposalId }))).toEqual(['proposal.same-person'])
    }
    // The database says so too, whatever the code forgets.
    await expect(
      world.admin.query(
        `update proposals set state = 'approved', decided_by = $2, decided_person_id = $3, decided_at = app_now() where id = $1`,
        [proposalId, twin.userId, twin.personId],
      ),
    ).rejects.toThrow('proposals__four_eyes')
    await approvePolicy(world.as(second), { proposalId })
  })

  test('fifty approvals at once make one rule', async () => {
    const { proposalId } = await proposePolicy(world.as(first), rule({ scope: '330100', effectiveFrom: '2026-11-01' }))
    const others = await Promise.all(
      Array.from({ length: 5 }, () => world.officer({ roles: ['plan'], agencyCode: first.agencyCode })),
    )
    const tries = await Promise.all(
      Array.from({ length: 50 }, (_none, index) =>
        codesOf(approvePolicy(world.as(others[index % 5] ?? second), { proposalId })),
      ),
    )
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['proposal.not-open']))
    expect(await world.rows(`select 1 from policies where scope = '330100'`)).toHaveLength(1)
  })

  test('one open proposal a rule and place, and a scope above or beside one’s own is refused', async () => {
    await proposePolicy(world.as(first), rule({ scope: '330200' }))
    expect(await codesOf(proposePolicy(world.as(second), rule({ scope: '330200' })))).toEqual(['proposal.open-already'])
    for (const scope of ['nation', '340000']) {
      expect(await codesOf(proposePolicy(world.as(first), rule({ scope })))).toEqual(['proposal.out-of-scope'])
    }
    const county = await world.officer({ roles: ['plan'] })
    expect(await codesOf(proposePolicy(world.as(county), rule({ scope: '330000' })))).toEqual(['proposal.out-of-scope'])
  })

  test('a county approves nothing above itself; the nation approves everywhere', async () => {
    const { proposalId } = await proposePolicy(world.as(first), rule({ scope: '330000', effectiveFrom: '2027-01-01' }))
    const county = await world.officer({ roles: ['plan'] })
    expect(await codesOf(approvePolicy(world.as(county), { proposalId }))).toEqual(['proposal.out-of-scope'])
    const nation = await world.officer({ roles: ['plan'], agencyCode: NATION })
    await approvePolicy(world.as(nation), { proposalId })
  })
})

describe('rows are append-only', () => {
  test('tells everything that is wrong with a rule at once', async () => {
    const wish = rule({ scope: '330300', effectiveFrom: '2026-10-11', effectiveTo: '2026-10-01', value: 'halb' })
    expect(await codesOf(proposePolicy(world.as(first), wish))).toEqual([
      'policy.value-invalid',
      'policy.starts-in-past',
      'policy.ends-before-start',
    ])
  })

  test('a rule that was proposed in time and approved too late is refused at the approval', async () => {
    const { proposalId } = await proposePolicy(world.as(first), rule({ scope: '330400' }))
    await world.moveClock('2026-10-13T10:00:00+08:00')
    expect(await codesOf(approvePolicy(world.as(second), { proposalId }))).toEqual(['policy.starts-in-past'])
    expect(await world.rows(`select 1 from policies where scope = '330400'`)).toEqual([])
  })

  test('an end lies ahead of today, and the wider rule holds from then on', async () => {
    await adopt(rule({ scope: '330802', value: 60 }))
    const end = (effectiveTo: string) => ({
      key: KEY,
      scope: '330802',
      effectiveFrom: '2026-10-12',
      effectiveTo,
      ...GROUNDS,
    })
    expect(await codesOf(proposePolicyEnd(world.as(first), end('2026-10-12')))).toEqual(['policy.end-not-ahead'])
    const { proposalId } = await proposePolicyEnd(world.as(first), end('2026-10-20'))
    const { preview, canDecide } = await getPolicyProposal(world.as(second), { proposalId })
    expect(preview?.changes[0]).toMatchObject({ title: '数值', before: '60' })
    expect(canDecide).toBe(true)
    await approvePolicy(world.as(second), { proposalId })
    expect(
      await world.rows(`select effective_to::text from policies where scope = '330802' and key = $1`, [KEY]),
    ).toEqual([{ effective_to: '2026-10-20' }])
  })

  test('the nation is never left without a rule', async () => {
    const nation = await world.officer({ roles: ['plan'], agencyCode: NATION })
    const wish = { key: KEY, scope: 'nation', effectiveFrom: '2020-01-01', effectiveTo: '2026-12-01', ...GROUNDS }
    expect(await codesOf(proposePolicyEnd(world.as(nation), wish))).toEqual(['policy.nation-needs-rule'])
  })

  test('no office writes rules by itself, and two rules of a key and place never overlap', async () => {
    for (const face of ['office', 'public', 'worker'] as const) {
      const run = (text: string) =>
        world.services[face].db.transaction({ agencyCode: NATION }, (tx) => tx.run({ text, values: [] }))
      await expect(run(`update policies set value = '1'`)).rejects.toThrow('permission denied')
      await expect(run(`delete from policies`)).rejects.toThrow('permission denied')
    }
    await expect(
      world.admin.query(
        `insert into policies (id, key, scope, effective_from, value, source) values ($1, $2, 'nation', '2027-01-01', '1', '依据待核')`,
        [randomUUID(), KEY],
      ),
    ).rejects.toThrow('policies__no_overlap')
  })

  test('an approval of another transaction is not applied again', async () => {
    const [row] = await world.rows(`select id from proposals where state = 'approved' limit 1`)
    await expect(world.admin.query('select apply_proposal($1)', [row?.['id']])).rejects.toThrow('not approved')
  })
})

describe('what an officer sees', () => {
  test('a case keeps the rule it was handed in under, even against one that starts on the same day (ADM-3)', async () => {
    const { id: applicationId } = await arrangeCase(world, { step: 'submitted' })
    await world.admin.query('update applications set policy_versions = $2 where id = $1', [
      applicationId,
      ['putonghua.floor@330000@2020-01-01'],
    ])
    const value = {
      byType: { 1: '1A', 2: '1A', 3: '1A', 4: '1A', 5: '1A', 6: '1A', 7: '1A' },
      raises: [],
      exemptFromAge: null,
    }
    // A value of another key's shape: the helper is typed for one key.
    await adopt({ ...rule({ scope: '330802' }), key: 'putonghua.floor', value } as never)
    await world.services.office.db.transaction({ agencyCode: HOME }, async (tx) => {
      const [record] = await listCases(tx, [applicationId])
      const book = await loadPolicyBook(tx, HOME)
      expect(book.resolve('putonghua.floor', tx.today).value.byType[3]).toBe('1A')
      expect(book.pinnedTo(record?.policyVersions ?? []).resolve('putonghua.floor', tx.today).value.byType[3]).toBe(
        '2B',
      )
    })
  })

  test('the preview tells lines, sample verdicts and how many open cases lie there', async () => {
    const preview = await previewPolicy(world.as(first), {
      key: 'degree.minimum',
      scope: '330000',
      effectiveFrom: '2027-01-01',
      effectiveTo: null,
      value: Object.fromEntries(
        [1, 2, 3, 4, 5, 6, 7].map((type) => [
          type,
          { normalMajor: 'bachelor', otherMajor: 'bachelor', skillRequired: type === 6 },
        ]),
      ),
    })
    expect(preview.changes).toContainEqual({ title: '小学教师资格｜其他专业毕业', before: '专科', after: '本科' })
    expect(preview.verdicts).toContainEqual({
      situation: '小学教师资格，专科毕业',
      before: '符合',
      after: '不符合',
    })
    expect(preview.effects[0]).toMatch(/^范围内有 \d+ 件未办结的申请：它们保留提交时的规则/)
  })

  test('the list names the level that wins, the key its history and its proposals', async () => {
    const list = await listAllPolicies(world.as(first), { place: `agency:${HOME}` })
    expect(list.place.path.map(({ title }) => title)).toEqual(['全国', '浙江省', '衢州市', '柯城区', '柯城区教育局'])
    expect(list.place.canPropose).toBe(true)
    expect(list.rows.find(({ key }) => key === 'degree.minimum')).toMatchObject({ scopeTitle: '浙江省', levels: 2 })
    const policy = await getPolicy(world.as(first), { key: KEY, place: `agency:${HOME}` })
    expect(policy.rules.filter(({ holdsHere }) => holdsHere)).toHaveLength(1)
    expect(policy.rules.find(({ scope }) => scope === 'nation')?.state).toBe('in-force')
    expect(policy.proposals[0]?.title).toBe('体检结论有效天数')
    expect(await codesOf(listAllPolicies(world.as(first), { place: '999999' }))).toEqual(['policy.place-unknown'])
    expect(await codesOf(getPolicy(world.as(first), { key: 'x' }))).toEqual(['policy.key-unknown'])
  })
})
