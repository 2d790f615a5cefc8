import type { WindowChange } from '@xingtan/contract/office/window'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { approveWindow, getWindowProposal, proposeWindow } from './change-window.ts'
import { listNationalWindows, listShutIntervals } from './index.ts'
import { listAllWindows } from './list-windows.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const NATION = '00000'
const GROUNDS = { reason: '按年度通知设置', source: '教资字〔2020〕1号第三条第（一）项' }

let world: World
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  first = await world.officer({ roles: ['plan'], agencyCode: NATION })
  second = await world.officer({ roles: ['plan'], agencyCode: NATION })
})
afterAll(() => world.stop())
beforeEach(() => world.moveClock('2026-10-12T10:00:00+08:00'))

const propose = (change: WindowChange, officer = first) => proposeWindow(world.as(officer), { change, ...GROUNDS })
const adopt = async (change: WindowChange) => {
  const { proposalId } = await propose(change)
  await approveWindow(world.as(second), { proposalId })
}
const at = (text: string) => new Date(`${text}+08:00`).toISOString()
const round = (more: object = {}): WindowChange => ({
  kind: 'round',
  id: null,
  name: '2027年上半年',
  roundKind: 'recognition',
  opensAt: at('2027-03-20T00:00'),
  closesAt: at('2027-07-25T00:00'),
  ...more,
})

describe('national windows are set by two persons of the nation (PLN-1, S-056)', () => {
  test('a half-year window, its maintenance and a switch hold at once and are listed', async () => {
    await adopt(round())
    await adopt({
      kind: 'closure',
      id: null,
      opensAt: at('2027-06-01T00:00'),
      closesAt: at('2027-06-08T00:00'),
      sentence: '6月1日至7日系统维护，暂停提交和确认。',
    })
    await adopt({
      kind: 'switch',
      id: null,
      function: 'submit',
      opensAt: at('2026-10-12T09:00'),
      closesAt: at('2026-10-12T11:00'),
      sentence: '网报提交暂停一小时。',
    })
    const windows = await listAllWindows(world.as(second))
    expect(windows.rounds[0]).toMatchObject({ name: '2027年上半年', state: 'coming' })
    expect(windows.closures[0]).toMatchObject({ closesAt: at('2027-06-08T00:00') })
    expect(windows.switches[0]).toMatchObject({ function: 'submit', state: 'running' })
    const shut = await world.services.public.db.transaction({}, (tx) => listShutIntervals(tx, 'submit'))
    expect(shut.map(({ reason }) => reason)).toEqual(['网报提交暂停一小时。', '6月1日至7日系统维护，暂停提交和确认。'])
  })

  test('registration opens in the second half alone, and rounds of one kind do not overlap', async () => {
    const spring = round({ roundKind: 'registration', name: '2027年上半年注册' })
    expect(await codesOf(propose(spring))).toEqual(['window.registration-in-autumn'])
    expect(await codesOf(propose(round({ name: '又一批次' })))).toEqual(['window.overlaps'])
    await adopt(
      round({
        roundKind: 'registration',
        name: '2027年注册',
        opensAt: at('2027-09-13T00:00'),
        closesAt: at('2027-12-15T17:00'),
      }),
    )
    await expect(
      world.admin.query(
        `insert into rounds (id, name, kind, opens_at, closes_at) values (gen_random_uuid(), 'x', 'registration', '2027-03-01', '2027-04-01')`,
      ),
    ).rejects.toThrow('rounds__registration_in_autumn')
  })

  test('all that is wrong with an interval is told at once; what has begun keeps its beginning', async () => {
    const backwards = round({ opensAt: at('2025-09-02T00:00'), closesAt: at('2025-09-01T00:00') })
    expect(await codesOf(propose(backwards))).toEqual(['window.ends-before-start', 'window.already-over'])
    const { rounds } = await listAllWindows(world.as(first))
    const running = rounds.find(({ state }) => state === 'running')
    const moved = round({ id: running?.roundId ?? '', name: '改名', opensAt: at('2026-10-13T00:00') })
    expect(await codesOf(propose(moved))).toContain('window.has-begun')
    const early = round({
      id: running?.roundId ?? '',
      name: running?.name ?? '',
      opensAt: running?.opensAt ?? '',
      closesAt: at('2026-10-13T00:00'),
    })
    expect(await codesOf(propose(early))).toEqual(['window.strands-plans'])
  })

  test('an extension order lengthens, is numbered once, and holds for its province at once (domain §8.4)', async () => {
    const order = (more: object = {}): WindowChange => ({
      kind: 'extension',
      roundId: world.roundId,
      provinceCode: '330000',
      closesAt: at('2027-02-01T00:00'),
      number: '教资字〔2026〕延1号',
      signer: '演示签发人',
      ...more,
    })
    expect(await codesOf(propose(order({ closesAt: at('2026-10-13T00:00') })))).toEqual(['window.extension-not-later'])
    expect(await codesOf(propose(order({ provinceCode: '330802' })))).toEqual(['window.not-province'])
    await adopt(order())
    const [own] = await world.services.public.db.transaction({}, (tx) => listNationalWindows(tx, '330000'))
    expect(own).toMatchObject({ closesAt: new Date(at('2027-02-01T00:00')), extendedBy: '教资字〔2026〕延1号' })
    expect(await codesOf(propose(order({ provinceCode: '340000' })))).toEqual(['window.number-used'])
  })

  test('a province proposes nothing here, and nobody approves the own proposal', async () => {
    const province = await world.officer({ roles: ['plan'] })
    const change: WindowChange = {
      kind: 'closure',
      id: null,
      opensAt: at('2027-10-01T00:00'),
      closesAt: at('2027-10-09T00:00'),
      sentence: '国庆期间系统维护。',
    }
    expect(await codesOf(propose(change, province))).toEqual(['window.nation-only'])
    const { proposalId } = await propose(change)
    expect(await codesOf(approveWindow(world.as(first), { proposalId }))).toEqual(['proposal.same-person'])
    expect(await codesOf(approveWindow(world.as(province), { proposalId }))).toEqual(['window.nation-only'])
    const view = await getWindowProposal(world.as(second), { proposalId })
    expect(view).toMatchObject({ canDecide: true, canWithdraw: false, state: 'open', title: '系统维护' })
    expect(view.preview?.effects[0]).toContain('草稿、查询、证书核验')
  })
})
