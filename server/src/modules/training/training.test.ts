import { randomUUID } from 'node:crypto'
import type { TrainingKind } from '@xingtan/contract/office/training'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOME, type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { readSheet } from '../../platform/sheet.ts'
import { exportTraining } from './export-training.ts'
import { getBoard } from './get-board.ts'
import { getOwnTraining } from './get-own-training.ts'
import { getTraining } from './get-training.ts'
import { listTrainings } from './list-trainings.ts'
import { recordTraining } from './record-training.ts'
import { saveAttendance } from './save-attendance.ts'
import { withdrawTraining } from './withdraw-training.ts'
import { codesOf } from '../../../test/refusal-codes.ts'

const KINDS: TrainingKind[] = ['policy', 'confirm']
const WISH = {
  kinds: KINDS,
  topic: '现场确认培训',
  heldFrom: '2026-10-10',
  heldTo: '2026-10-11',
  place: '杭州',
  head: '越千峰',
  isWhole: true,
}

let world: World
let province: OfficerActor
let county: OfficerActor
let desk: OfficerActor
let foreign: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  const [row] = await world.rows(
    'select c.parent_code as top from agencies a join agencies c on c.code = a.parent_code where a.code = $1',
    [HOME],
  )
  province = await world.officer({ roles: ['users'], agencyCode: String(row?.['top']) })
  county = await world.officer({ roles: ['users'] })
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  foreign = await world.officer({ roles: ['users'], agencyCode: '11001' })
})
afterAll(() => world.stop())

const missing = async (officer: OfficerActor) =>
  (await getOwnTraining(world.as(officer))).missing.map(({ kind }) => kind)
const tick = (officer: OfficerActor, sessionId: string, attended: string[], absent: string[] = []) =>
  saveAttendance(world.as(officer), { sessionId, attended, absent })

describe('trainings (PLN-7)', () => {
  test('the yearly training of the province is missing until the province has held one', async () => {
    expect(await listTrainings(world.as(county), {})).toMatchObject({ year: 2026, yearlyMissing: true, sessions: [] })
    // A county's own training is no training of the whole province.
    await recordTraining(world.as(county), { ...WISH, topic: '县级培训' })
    expect((await listTrainings(world.as(county), {})).yearlyMissing).toBe(true)
    await recordTraining(world.as(province), WISH)
    const { yearlyMissing, sessions } = await listTrainings(world.as(county), {})
    expect([yearlyMissing, sessions.filter(({ isOwn }) => isOwn).length, sessions.length]).toEqual([false, 1, 2])
    expect((await listTrainings(world.as(province), { year: 2025 })).yearlyMissing).toBe(true)
    // Nobody reads the trainings of another province.
    expect((await listTrainings(world.as(foreign), {})).sessions).toEqual([])
  })

  test('one of a topic and day is recorded, however many record it at the same moment', async () => {
    const wish = { ...WISH, topic: '同一次培训' }
    const tries = await Promise.all(Array.from({ length: 30 }, () => codesOf(recordTraining(world.as(province), wish))))
    expect(tries.filter((codes) => codes.length === 0)).toHaveLength(1)
    expect(tries.filter(([code]) => code === 'training.recorded-already')).toHaveLength(29)
  })

  test('a training that is not over, or turned round, is not recorded', async () => {
    const early = { ...WISH, heldFrom: '2026-10-12', heldTo: '2026-10-13' }
    expect(await codesOf(recordTraining(world.as(province), early))).toEqual(['training.not-over'])
    const turned = { ...WISH, heldFrom: '2026-10-11', heldTo: '2026-10-10' }
    expect(await codesOf(recordTraining(world.as(province), turned))).toEqual(['training.days-turned'])
  })

  test('a confirm user is trained once ticked, as long as the training counts, and no longer when it is withdrawn', async () => {
    expect(await missing(desk)).toEqual(['confirm'])
    const { sessionId } = await recordTraining(world.as(province), { ...WISH, topic: '全省确认培训' })
    await tick(province, sessionId, [desk.personId])
    expect(await missing(desk)).toEqual([])
    await tick(province, sessionId, [], [desk.personId])
    expect(await missing(desk)).toEqual(['confirm'])
    await tick(province, sessionId, [desk.personId])
    await world.moveClock('2027-10-10T23:59:00+08:00')
    expect(await missing(desk)).toEqual([])
    await world.moveClock('2027-10-11T00:00:00+08:00')
    expect(await missing(desk)).toEqual(['confirm'])
    await world.moveClock('2026-10-12T10:00:00+08:00')
    expect(await missing(desk)).toEqual([])
    await withdrawTraining(world.as(province), { sessionId, reason: '登记错误。' })
    expect(await missing(desk)).toEqual(['confirm'])
    expect(await codesOf(tick(province, sessionId, [desk.personId]))).toEqual(['training.withdrawn'])
  })

  test('S-060: one person outside the tree stops the whole list, and only the holder ticks', async () => {
    const { sessionId } = await recordTraining(world.as(county), { ...WISH, topic: '县级确认培训' })
    expect(await codesOf(tick(county, sessionId, [desk.personId, foreign.personId]))).toEqual(['training.not-below'])
    expect(await codesOf(tick(county, sessionId, [desk.personId, randomUUID()]))).toEqual(['training.not-below'])
    expect((await getTraining(world.as(county), { sessionId, show: 'attended' })).people).toEqual([])
    expect(await codesOf(tick(province, sessionId, [desk.personId]))).toEqual(['request.not-found'])
    expect(await codesOf(getTraining(world.as(foreign), { sessionId }))).toEqual(['request.not-found'])
    await tick(county, sessionId, [desk.personId])
    const { people } = await getTraining(world.as(county), { sessionId, show: 'attended' })
    expect(people).toMatchObject([{ personId: desk.personId, attended: true }])
  })

  test('S-095: the list is exported as text cells, for the own tree alone', async () => {
    await world.rows(`update staff_people set name = '=1+1' where id = $1`, [desk.personId])
    const { sessions } = await listTrainings(world.as(county), {})
    const sessionId = sessions.find(({ topic }) => topic === '县级确认培训')?.sessionId ?? ''
    const reply = await exportTraining(world.as(county), { sessionId })
    const reading = readSheet(reply.bytes)
    const rows = reading.kind === 'read' ? reading.rows : []
    expect(rows[0]).toEqual(['培训主题', '培训日期', '机构代码', '机构名称', '姓名', '是否参加'])
    expect(rows).toContainEqual(['县级确认培训', '2026-10-10 至 2026-10-11', HOME, '柯城区教育局', '=1+1', '参加'])
    expect(rows.slice(1).every(([, , code]) => code === HOME)).toBe(true)
    expect(await codesOf(exportTraining(world.as(foreign), { sessionId }))).toEqual(['request.not-found'])
  })

  test('the board counts trainings and confirm users without a valid one, below the asking agency (RPT-2)', async () => {
    const second = await world.officer({ roles: ['confirm'], pointId: world.points.other })
    const { rows } = await getBoard(world.as(province), {})
    const pages = [...rows]
    let after: string | null = rows.length === 50 ? (await getBoard(world.as(province), {})).after : null
    while (after !== null) {
      const next = await getBoard(world.as(province), { after })
      pages.push(...next.rows)
      after = next.after
    }
    expect(pages.find(({ agencyCode }) => agencyCode === HOME)).toMatchObject({ yearly: true, people: 2, untrained: 1 })
    expect(await missing(second)).toEqual(['confirm'])
    expect((await getBoard(world.as(county), {})).rows).toEqual([])
  })
})
