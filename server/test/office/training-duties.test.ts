import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { checkPlan } from '../../src/modules/plan/check-plan.ts'
import { getPlan } from '../../src/modules/plan/get-plan.ts'
import { getOwnTraining } from '../../src/modules/training/get-own-training.ts'
import { isTrained } from '../../src/modules/training/index.ts'
import { recordTraining } from '../../src/modules/training/record-training.ts'
import { saveAttendance } from '../../src/modules/training/save-attendance.ts'
import { loadPolicyBook } from '../../src/modules/policy/index.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { Problem } from '../../src/platform/problem.ts'
import { arrangeCase } from '../arrange-case.ts'
import { HOME, type World, startWorld } from '../world.ts'

const MEDICAL = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '衢州演示医院' }
const LINES = ['identity-card', 'photo', 'hukou-book', 'exam-proof', 'signature']

let world: World
let desk: OfficerActor
let users: OfficerActor
let plan: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  desk = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  users = await world.officer({ roles: ['users'] })
  plan = await world.officer({ roles: ['plan'] })
})
afterAll(() => world.stop())

async function confirm(): Promise<string[]> {
  const { id: applicationId, version } = await arrangeCase(world, { step: 'submitted' })
  const judgements = LINES.map((code) => ({ code, accepted: true, note: null }))
  const error: unknown = await confirmCase(world.as(desk), {
    applicationId,
    version,
    judgements,
    medical: MEDICAL,
  }).then(
    () => undefined,
    (thrown: unknown) => thrown,
  )
  if (error === undefined) return []
  if (!(error instanceof Problem)) throw error
  return error.reasons.map(({ code }) => code)
}

const missing = async () => (await getOwnTraining(world.as(desk))).missing

async function train(kinds: ('policy' | 'confirm')[], topic: string): Promise<void> {
  const day = { heldFrom: '2026-10-11', heldTo: '2026-10-11' }
  const more = { place: '衢州', head: '俞伯安', isWhole: false }
  const { sessionId } = await recordTraining(world.as(users), { kinds, topic, ...day, ...more })
  await saveAttendance(world.as(users), { sessionId, attended: [desk.personId], absent: [] })
}

async function findings(): Promise<{ code: string; sentence: string; severity: string }[]> {
  const [row] = await world.rows('select id from plans where agency_code = $1', [HOME])
  const planId = String(row?.['id'])
  const { content } = await getPlan(world.as(plan), { planId })
  return (await checkPlan(world.as(plan), { planId, content })).findings
}

describe('training before the work (PLN-7; 教办师〔2020〕81号 二(三))', () => {
  test('while the policy warns, the desk works on and is told what is missing', async () => {
    expect(await missing()).toEqual([{ kind: 'confirm', severity: 'warn' }])
    expect(await confirm()).toEqual([])
  })

  test('where the policy blocks, nobody confirms without a training of the kind', async () => {
    await world.rows(
      `insert into policies (id, key, scope, effective_from, value, source)
       values ($1, 'training.rules', $2, '2026-10-01', '{"validDays":365,"confirm":"block","print":"warn","sticker":"warn"}', '依据待核')`,
      [randomUUID(), `agency:${HOME}`],
    )
    expect(await missing()).toEqual([{ kind: 'confirm', severity: 'block' }])
    expect(await confirm()).toEqual(['training.confirm-missing'])
    await train(['policy'], '政策学习')
    expect(await confirm()).toEqual(['training.confirm-missing'])
  })

  test('a plan names the points whose confirm users are untrained, and the missing training of the year', async () => {
    const found = await findings()
    expect(found.map(({ code }) => code)).toEqual(
      expect.arrayContaining(['plan.point-untrained', 'plan.training-missing']),
    )
    const untrained = found.find(({ code }) => code === 'plan.point-untrained')
    expect(untrained).toMatchObject({ severity: 'warn' })
    expect(untrained?.sentence).toContain(desk.name)
  })

  test('a batch of certificates asks whether its printer is trained on a day (001 二(三))', async () => {
    const printer = await world.officer({ roles: ['print'] })
    const ask = (day: string) =>
      world.services.office.db.transaction(
        { officerId: printer.userId, agencyCode: HOME },
        async (tx) => isTrained(tx, printer.personId, { kind: 'print', day, book: await loadPolicyBook(tx, HOME) }),
        'read',
      )
    expect(await ask('2026-10-12')).toBe(false)
    const day = { heldFrom: '2026-10-11', heldTo: '2026-10-11', place: '衢州', head: '俞伯安', isWhole: false }
    const { sessionId } = await recordTraining(world.as(users), { kinds: ['print'], topic: '证书打印培训', ...day })
    await saveAttendance(world.as(users), { sessionId, attended: [printer.personId], absent: [] })
    expect([await ask('2026-10-10'), await ask('2026-10-12'), await ask('2027-10-11')]).toEqual([false, true, false])
  })

  test('once trained the desk confirms and the plan names nobody', async () => {
    await train(['confirm'], '现场确认培训')
    expect(await missing()).toEqual([])
    expect(await confirm()).toEqual([])
    expect((await findings()).map(({ code }) => code)).not.toContain('plan.point-untrained')
  })
})
