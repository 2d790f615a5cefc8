import { afterAll, beforeAll, expect, test } from 'vitest'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const factsOf = async (id: string) =>
  (
    await world.rows(
      'select status, stage, due_on, review, photo_hash, crime_cleared from applications where id = $1',
      [id],
    )
  )[0]

test('a returned case starts again: confirmation, checks and review fall away, the message is read (CNF-4)', async () => {
  const item = await arrangeCase(world, { step: 'reviewed' })
  const reviewer = await world.officer({ roles: ['review'] })
  const message = '请更换近期照片后再来确认。'
  await returnCase(world.as(reviewer), { applicationId: item.id, version: item.version, message })
  expect(await factsOf(item.id)).toEqual({
    status: 'awaiting-confirmation',
    stage: 'awaiting-confirmation',
    due_on: null,
    review: null,
    photo_hash: null,
    crime_cleared: false,
  })
  const [told] = await world.rows(`select body from messages where application_id = $1 and channel = 'site'`, [item.id])
  expect(told).toEqual({ body: message })
  // Answers that came before still stand when the desk accepts it again; their age is judged at the conclusion.
  const desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  const codes = ['identity-card', 'photo', 'hukou-book', 'exam-proof', 'signature']
  await confirmCase(world.as(desk), {
    applicationId: item.id,
    version: item.version + 1,
    judgements: codes.map((code) => ({ code, accepted: true, note: null })),
    medical: { conclusion: 'qualified', examinedOn: '2026-10-08', hospital: '演示医院' },
  })
  expect(await factsOf(item.id)).toMatchObject({
    status: 'awaiting-approval',
    stage: 'awaiting-review',
    crime_cleared: true,
  })
})
