import type { WindowChange } from '@xingtan/contract/office/window'
import type { PhaseApplicant } from '@xingtan/domain/plan-phase'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type Opening, getNationalOpening, getOpenState } from '../../src/modules/plan/index.ts'
import { approveWindow, proposeWindow } from '../../src/modules/window/change-window.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Tx } from '../../src/platform/db.ts'
import { HOME, type World, startWorld } from '../world.ts'

const NATION = '00000'
const GROUNDS = { reason: '按年度通知设置', source: '教资字〔2020〕1号第三条第（一）项' }
const NOW = '2026-10-12T10:00:00+08:00'

let world: World
let first: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  first = await world.officer({ roles: ['plan'], agencyCode: NATION })
  second = await world.officer({ roles: ['plan'], agencyCode: NATION })
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.rows('delete from function_switches')
  await world.rows('delete from closures')
  await world.rows('delete from window_extensions')
  await world.moveClock(NOW)
})

const adopt = async (change: WindowChange) => {
  const { proposalId } = await proposeWindow(world.as(first), { change, ...GROUNDS })
  await approveWindow(world.as(second), { proposalId })
}
const at = (text: string) => new Date(`${text}+08:00`)
const ask = <Answer>(work: (tx: Tx) => Promise<Answer>) => world.services.public.db.transaction({}, work, 'read')
const openingOf = (kind: 'network' | 'confirm', applicant?: PhaseApplicant): Promise<Opening> =>
  ask((tx) =>
    getOpenState(tx, {
      agencyCode: HOME,
      ...(kind === 'confirm' ? { pointId: world.points.home } : {}),
      kind,
      ...(applicant === undefined ? {} : { applicant }),
    }),
  )

describe('what the nation sets holds in every window at the next transaction (PUB-7, R-056)', () => {
  test('R-056: an extension order lengthens the nation for its province alone, from its approval on', async () => {
    const closesAt = at('2026-10-20T17:00')
    await world.rows('update rounds set closes_at = $1 where id = $2', [closesAt, world.roundId])
    expect(await openingOf('network')).toMatchObject({ open: true, closesAt })
    await world.moveClock('2026-10-20T17:00:00+08:00')
    expect(await openingOf('network')).toMatchObject({ open: false, closedBy: 'nation' })
    const order = { kind: 'extension', roundId: world.roundId, signer: '柳如眉' } as const
    const later = at('2026-10-27T17:00').toISOString()
    await adopt({ ...order, provinceCode: '340000', closesAt: later, number: '教资字〔2026〕8号' })
    expect(await openingOf('network')).toMatchObject({ open: false, closedBy: 'nation' })
    await adopt({ ...order, provinceCode: '330000', closesAt: later, number: '教资字〔2026〕9号' })
    expect(await openingOf('network')).toMatchObject({ open: true, closesAt: new Date(later) })
    expect(await ask(getNationalOpening)).toMatchObject({ open: false, closedBy: 'nation' })
    await world.moveClock('2026-10-27T16:59:59.500+08:00')
    expect(await openingOf('confirm')).toMatchObject({ open: true, closesAt: new Date(later) })
    await world.moveClock('2026-10-27T17:00:00+08:00')
    expect(await openingOf('confirm')).toMatchObject({ open: false, closedBy: 'nation' })
    await world.rows(`update rounds set closes_at = '2026-12-26T00:00:00+08:00' where id = $1`, [world.roundId])
  })

  test('S-078: a switch shuts its own function alone and opens it at the very instant', async () => {
    const interval = { opensAt: at('2026-10-12T09:00').toISOString(), closesAt: at('2026-10-12T11:00').toISOString() }
    await adopt({ kind: 'switch', id: null, function: 'submit', ...interval, sentence: '网报提交暂停一小时。' })
    const shut = await openingOf('network')
    expect(shut).toMatchObject({ open: false, closedBy: 'maintenance', opensAt: new Date(interval.closesAt) })
    expect(shut.sentence).toBe('网报提交暂停一小时。下次开放时间为2026年10月12日 11:00。')
    expect(await openingOf('confirm')).toMatchObject({ open: true })
    await world.moveClock('2026-10-12T10:59:59.900+08:00')
    expect(await openingOf('network')).toMatchObject({ open: false })
    await world.moveClock('2026-10-12T11:00:00+08:00')
    expect(await openingOf('network')).toMatchObject({ open: true })
  })

  test('S-078: maintenance shuts 网报提交 and 现场确认 together', async () => {
    const interval = { opensAt: at('2026-10-13T00:00').toISOString(), closesAt: at('2026-10-14T00:00').toISOString() }
    await adopt({ kind: 'closure', id: null, ...interval, sentence: '系统维护，暂停提交和确认。' })
    expect(await openingOf('network')).toMatchObject({ open: true, closesAt: new Date(interval.opensAt) })
    await world.moveClock('2026-10-13T00:00:00+08:00')
    for (const kind of ['network', 'confirm'] as const) {
      expect(await openingOf(kind)).toMatchObject({ closedBy: 'maintenance', opensAt: new Date(interval.closesAt) })
    }
    await world.moveClock('2026-10-14T00:00:00+08:00')
    expect(await openingOf('confirm')).toMatchObject({ open: true })
  })

  test('a round of 定期注册 opens nothing for 教师资格认定', async () => {
    await world.rows(`update rounds set closes_at = '2026-10-12T09:00:00+08:00' where id = $1`, [world.roundId])
    await adopt({
      kind: 'round',
      id: null,
      name: '2026年定期注册',
      roundKind: 'registration',
      opensAt: at('2026-10-12T10:05').toISOString(),
      closesAt: at('2026-12-16T00:00').toISOString(),
    })
    await world.moveClock('2026-10-12T10:06:00+08:00')
    expect(await openingOf('network')).toMatchObject({ open: false, closedBy: 'nation' })
    expect(await ask(getNationalOpening)).toMatchObject({ open: false, closedBy: 'nation' })
    await world.rows(`update rounds set closes_at = '2026-12-26T00:00:00+08:00' where id = $1`, [world.roundId])
  })
})

describe('phases kept for some people (domain §8.4)', () => {
  const graduate = { route: 'national-exam', personKinds: ['graduate'] } as const
  const worker = { route: 'national-exam', personKinds: ['public'] } as const
  const layPhase = (number: number, [opensAt, closesAt]: readonly [Date, Date], kinds: readonly string[]) =>
    world.rows(
      `insert into plan_windows (plan_id, round_id, agency_code, purpose, number, opens_at, closes_at, routes, person_kinds)
       select p.id, p.round_id, p.agency_code, 'network', $2, $3, $4, '{}', $5 from plans p where p.agency_code = $1`,
      [HOME, number, opensAt, closesAt, kinds],
    )

  test('open each to its own people up to its own end, and say when one’s own is', async () => {
    await layPhase(1, [at('2026-10-10T08:00'), at('2026-10-13T17:00')], ['public'])
    await layPhase(2, [at('2026-10-14T08:00'), at('2026-10-20T17:00')], ['graduate'])
    expect(await openingOf('network', worker)).toMatchObject({ open: true, closesAt: at('2026-10-13T17:00') })
    const early = await openingOf('network', graduate)
    expect(early).toMatchObject({ open: false, closedBy: 'agency', opensAt: at('2026-10-14T08:00') })
    expect(early.sentence).toContain('面向社会人员')
    await world.moveClock('2026-10-13T16:59:59.900+08:00')
    expect(await openingOf('network', worker)).toMatchObject({ open: true })
    await world.moveClock('2026-10-13T17:00:00+08:00')
    expect(await openingOf('network', worker)).toMatchObject({ open: false, closedBy: 'agency', opensAt: null })
    expect((await openingOf('network', worker)).sentence).toContain('现已结束')
    await world.moveClock('2026-10-15T09:00:00+08:00')
    expect(await openingOf('network', graduate)).toMatchObject({ open: true, closesAt: at('2026-10-20T17:00') })
    const nobody = await openingOf('network', { route: null, personKinds: ['postgraduate'] })
    expect(nobody).toMatchObject({ open: false, closedBy: 'agency' })
    expect(nobody.sentence).toContain('没有面向您的网报时间')
  })
})
