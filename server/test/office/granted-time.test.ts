import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { amendApplication } from '../../src/modules/application/amend-application.ts'
import { getApplication } from '../../src/modules/application/get-application.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { Problem } from '../../src/platform/problem.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ownerOf } from '../online.ts'
import { type World, startWorld } from '../world.ts'

let world: World
let networkCloses: Date
let confirmCloses: Date
beforeAll(async () => {
  world = await startWorld()
  const [plan] = await world.rows(
    `select network_closes_at, confirm_closes_at from agency_plans where agency_code = '33075'`,
  )
  if (!(plan?.['network_closes_at'] instanceof Date) || !(plan['confirm_closes_at'] instanceof Date))
    throw new Error('no plan')
  networkCloses = plan['network_closes_at']
  confirmCloses = plan['confirm_closes_at']
})
afterAll(() => world.stop())

const DAY = 86_400_000
const NOTE = '请更换近期照片后重新提交。'
const at = (instant: Date, days = 0) => new Date(instant.getTime() + days * DAY + 3_600_000).toISOString()

beforeEach(() => world.moveClock(at(networkCloses)))

async function returned(): Promise<ArrangedCase> {
  const item = await arrangeCase(world, { step: 'confirmation-refused' })
  const reviewer = await world.officer({ roles: ['review'] })
  await returnCase(world.as(reviewer), { applicationId: item.id, version: item.version, message: NOTE })
  return item
}

async function amend(item: ArrangedCase): Promise<readonly string[] | 'open'> {
  try {
    await amendApplication(world.as(ownerOf(item)), { applicationId: item.id })
    return 'open'
  } catch (error) {
    if (error instanceof Problem) return error.reasons.map(({ code }) => code)
    throw error
  }
}

test('a case sent back may be changed in the granted time though 网报 is over, and not a day longer (domain §9.1)', async () => {
  expect(networkCloses.getTime()).toBeLessThan(confirmCloses.getTime() - 3 * DAY)
  const item = await returned()
  const second = await returned()
  const view = await getApplication(world.as(ownerOf(item)), { applicationId: item.id })
  expect(view.granted).toMatchObject({ isOver: false, note: NOTE })
  const dueOn = view.granted?.dueOn ?? ''
  await world.moveClock(`${dueOn}T23:59:00+08:00`)
  expect(await amend(item)).toBe('open')
  const late = await arrangeCase(world, { step: 'submitted' })
  expect(await amend(late)).toEqual(['application.window-closed'])
  await world.moveClock(new Date(new Date(`${dueOn}T23:59:00+08:00`).getTime() + 60_000).toISOString())
  expect(await amend(second)).toEqual(['application.window-closed'])
  expect((await getApplication(world.as(ownerOf(second)), { applicationId: second.id })).granted).toMatchObject({
    isOver: true,
  })
})

test('granted time never reaches past the confirmation, and none is granted on its last day', async () => {
  await world.moveClock(new Date(confirmCloses.getTime() - 2 * DAY).toISOString())
  const item = await returned()
  const [row] = await world.rows('select due_on::text as due from supplement_requests where application_id = $1', [
    item.id,
  ])
  expect(Date.parse(`${String(row?.['due'])}T00:00:00+08:00`)).toBeLessThan(confirmCloses.getTime())
  await world.moveClock(new Date(confirmCloses.getTime() - 60_000).toISOString())
  const last = await returned()
  expect(await world.rows('select 1 from supplement_requests where application_id = $1', [last.id])).toEqual([])
})

test('a closure of the nation holds for granted time too (S-078)', async () => {
  const item = await returned()
  expect(await amend(item)).toBe('open')
  const second = await returned()
  await world.rows(
    `insert into closures (id, opens_at, closes_at, sentence)
     values (gen_random_uuid(), app_now() - interval '1 hour', app_now() + interval '1 hour', '系统维护。')`,
  )
  expect(await amend(second)).toEqual(['application.window-closed'])
  await world.rows('delete from closures')
})
