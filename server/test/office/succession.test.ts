import { randomUUID } from 'node:crypto'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { SCOPE_CHECKS } from '../../src/invariants/sql-scope.ts'
import { arrangeCase } from '../arrange-case.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { JobRun } from '../../src/platform/jobs.ts'
import { findRecognisingAgency } from '../../src/modules/agency/index.ts'
import { getApplication } from '../../src/modules/application/get-application.ts'
import { listApplications } from '../../src/modules/application/list-applications.ts'
import { getCertificate } from '../../src/modules/certificate/get-certificate.ts'
import { listOwnCertificates } from '../../src/modules/certificate/list-own-certificates.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { approveSuccession } from '../../src/modules/succession/approve-succession.ts'
import { cancelSuccession } from '../../src/modules/succession/cancel-succession.ts'
import { carryOutSuccession } from '../../src/modules/succession/carry-out-succession.ts'
import { listSuccessions } from '../../src/modules/succession/list-successions.ts'
import { orderSuccession } from '../../src/modules/succession/order-succession.ts'
import { previewSuccession } from '../../src/modules/succession/preview-succession.ts'
import { codesOf } from '../refusal-codes.ts'

let world: World
let province: OfficerActor
let nation: OfficerActor
beforeEach(async () => {
  world = await startWorld()
  const [row] = await world.rows(
    'select c.parent_code as code from agencies a join agencies c on c.code = a.parent_code where a.code = $1',
    [HOME],
  )
  province = await world.officer({ roles: ['system'], agencyCode: String(row?.['code']) })
  nation = await world.officer({ roles: ['system'], agencyCode: '00000' })
})
afterEach(() => world.stop())

function propose(movedUserIds: string[] = [], effectiveAt: string | null = null) {
  const papers = { orderNumber: '演示〔2026〕9号', reason: '行政区划调整。' }
  const wanted = { agencyCode: HOME, newCode: FOREIGN, effectiveAt, movedUserIds, ...papers }
  return orderSuccession(world.as(province, 'succession.order'), wanted)
}

/** Proposed by the province, approved by a second person. */
async function order(movedUserIds: string[] = [], effectiveAt: string | null = null) {
  const proposed = await propose(movedUserIds, effectiveAt)
  await approveSuccession(world.as(nation, 'succession.approve'), proposed)
  return proposed
}

function carryOut(successionId: string): Promise<void> {
  const job = { id: 0, name: 'succession.carry-out', payload: { successionId }, fence: 0, attempts: 1 }
  const run: JobRun = { job, holdLease: () => Promise.resolve() }
  return carryOutSuccession(world.services.worker, run)
}

/** What the invariant of agencies finds wrong anywhere. */
async function breaches(): Promise<unknown[]> {
  const found: unknown[] = []
  for (const { id, sql } of SCOPE_CHECKS) if (id === 'I-18' || id === 'I-16') found.push(...(await world.rows(sql)))
  return found
}

/** As found before the succession: what the arranged rows themselves leave out does not count. */
let known: readonly unknown[]
async function expectNoNewBreach(): Promise<void> {
  expect(await breaches()).toEqual(known)
}

describe('two counties merge in mid-round (ADM-2, domain §23 case 12)', () => {
  test('open cases follow the successor with their due days and an event, concluded ones and certificates stay; I-18 holds', async () => {
    const open = [
      await arrangeCase(world, { step: 'submitted' }),
      await arrangeCase(world, { step: 'vetted' }),
      await arrangeCase(world, { step: 'reviewed' }),
    ]
    const done = await arrangeCase(world, { step: 'recognised' })
    const [before] = await world.rows('select due_on from applications where id = $1', [open[2]?.id])
    known = await breaches()
    const { successionId } = await order()
    await carryOut(successionId)

    const rows = await world.rows('select id, agency_code, due_on from applications')
    const codeOf = (id: string | undefined) => rows.find((row) => row['id'] === id)?.['agency_code']
    expect(open.map(({ id }) => codeOf(id))).toEqual([FOREIGN, FOREIGN, FOREIGN])
    expect(codeOf(done.id)).toBe(HOME)
    expect(rows.find((row) => row['id'] === open[2]?.id)?.['due_on']).toEqual(before?.['due_on'])
    const events = await world.rows(
      `select application_id, agency_code, data from application_events where kind = 'succeeded'`,
    )
    expect(events).toHaveLength(3)
    expect(events[0]).toMatchObject({ agency_code: FOREIGN, data: { from: HOME, to: FOREIGN, successionId } })
    expect(await world.rows(`select 1 from messages where template = 'succession.moved'`)).toHaveLength(3)
    expect(await world.rows('select 1 from points where agency_code = $1', [HOME])).toEqual([])
    await expectNoNewBreach()
  })

  test('the successor sees the whole case, approves it and numbers it in its own series; the old office sees nothing', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    known = await breaches()
    const { successionId } = await order()
    await carryOut(successionId)
    const approver = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const view = await getCase(world.as(approver, 'decision.get-case'), { applicationId: item.id })
    expect(view.row.registrationNumber).toBe(item.registrationNumber)
    expect(view.checklist.length).toBeGreaterThan(0)
    const wanted = { applicationId: item.id, version: view.version }
    const { number } = await approveCase(world.as(approver, 'decision.approve'), wanted)
    expect(number).toMatch(new RegExp(`^2026${FOREIGN}`))
    const late = await world.officer({ roles: ['approve'], agencyCode: HOME })
    expect(await codesOf(getCase(world.as(late), { applicationId: item.id }))).toEqual(['request.not-found'])
    await expectNoNewBreach()
  })

  test('approvals of that very moment are before it or after it, and none is lost', async () => {
    const items = []
    for (let count = 0; count < 12; count += 1) items.push(await arrangeCase(world, { step: 'reviewed' }))
    const approver = await world.officer({ roles: ['approve'] })
    known = await breaches()
    const { successionId } = await order()
    const approvals = items.map(async ({ id, version }, index) => {
      await new Promise((resolve) => {
        setTimeout(resolve, index * 4)
      })
      return codesOf(approveCase(world.as(approver, 'decision.approve'), { applicationId: id, version }))
    })
    const [outcomes] = await Promise.all([Promise.all(approvals), carryOut(successionId)])
    for (const [index, reasons] of outcomes.entries()) {
      const [row] = await world.rows('select agency_code, conclusion, status from applications where id = $1', [
        items[index]?.id,
      ])
      const before = { agency_code: HOME, conclusion: 'passed', status: 'recognised' }
      const after = { agency_code: FOREIGN, conclusion: null, status: 'awaiting-approval' }
      expect(row).toEqual(reasons.length === 0 ? before : after)
      if (reasons.length > 0) expect(reasons).toEqual(['request.not-found'])
    }
    const [outcome] = await world.rows('select outcome from agency_successions')
    expect(outcome?.['outcome']).toMatchObject({ cases: outcomes.filter((reasons) => reasons.length > 0).length })
    await expectNoNewBreach()
  })

  test('whoever applies from then on is led to the successor, also one whose application was on its way', async () => {
    known = await breaches()
    const { successionId } = await order()
    await carryOut(successionId)
    const found = await world.services.public.db.transaction({}, (tx) => findRecognisingAgency(tx, '330802', 2), 'read')
    expect(found?.code).toBe(FOREIGN)
    // A draft that named the old agency, handed in after the change.
    const late = await arrangeCase(world, { step: 'submitted', agencyCode: HOME })
    const [row] = await world.rows('select agency_code from applications where id = $1', [late.id])
    expect(row).toEqual({ agency_code: FOREIGN })
  })

  test('chosen users go over with the point they work at, the others end and all are signed out', async () => {
    const moved = await world.officer({ roles: ['confirm'], pointId: world.points.home })
    const ended = await world.officer({ roles: ['review'] })
    known = await breaches()
    const { successionId } = await order([moved.userId])
    await carryOut(successionId)
    const rows = await world.rows(
      'select id, agency_code, enabled from staff_users where id = any($1) order by enabled',
      [[moved.userId, ended.userId]],
    )
    expect(rows).toEqual([
      { id: ended.userId, agency_code: HOME, enabled: false },
      { id: moved.userId, agency_code: FOREIGN, enabled: true },
    ])
    await expectNoNewBreach()
  })

  test('waits for its instant, is carried out once, and may be taken back before', async () => {
    known = await breaches()
    const { successionId } = await order([], '2026-11-01T00:00:00.000Z')
    const [job] = await world.rows(`select run_at from jobs where name = 'succession.carry-out'`)
    expect(job?.['run_at']).toEqual(new Date('2026-11-01T00:00:00.000Z'))
    expect(await codesOf(order())).toEqual(['succession.ordered-already'])
    await cancelSuccession(world.as(province, 'succession.cancel'), { successionId })
    await carryOut(successionId)
    expect(await world.rows('select code from agencies where successor_code is not null')).toEqual([])
    const again = await order()
    await carryOut(again.successionId)
    await carryOut(again.successionId)
    expect(await codesOf(cancelSuccession(world.as(province), again))).toEqual(['succession.over'])
    const { successions } = await listSuccessions(world.as(province), { agencyCode: FOREIGN })
    expect(successions.map(({ state }) => state).toSorted()).toEqual(['cancelled', 'carried-out'])
  })

  test('S-056: nothing moves before a second person agrees: not the same one with another account, by use case nor database', async () => {
    await arrangeCase(world, { step: 'reviewed' })
    const proposed = await propose()
    expect(await world.rows(`select 1 from jobs where name = 'succession.carry-out'`)).toEqual([])
    await carryOut(proposed.successionId)
    expect(await world.rows('select code from agencies where successor_code is not null')).toEqual([])
    const twin = await world.officer({ roles: ['system'], agencyCode: '00000', personId: province.personId })
    expect(await codesOf(approveSuccession(world.as(twin), proposed))).toEqual(['succession.same-person'])
    const forged = world.rows('update agency_successions set approved_by = $1, approved_at = app_now() where id = $2', [
      twin.userId,
      proposed.successionId,
    ])
    await expect(forged).rejects.toThrow(/second person/)
    const beside = await world.officer({ roles: ['system'], agencyCode: FOREIGN })
    expect(await codesOf(approveSuccession(world.as(beside), proposed))).not.toEqual([])
    const own = await listSuccessions(world.as(province), { agencyCode: HOME })
    const other = await listSuccessions(world.as(nation), { agencyCode: HOME })
    expect([own.successions[0]?.mayApprove, other.successions[0]?.mayApprove]).toEqual([false, true])
    const tries = await Promise.all(
      Array.from({ length: 20 }, () => codesOf(approveSuccession(world.as(nation, 'succession.approve'), proposed))),
    )
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['succession.approved-already']))
    await carryOut(proposed.successionId)
    expect(await world.rows('select code from agencies where successor_code is not null')).toEqual([{ code: HOME }])
  })

  test('is ordered once however many order it at the same moment', async () => {
    const tries = await Promise.all(Array.from({ length: 20 }, () => codesOf(order())))
    expect(tries.filter((reasons) => reasons.length === 0)).toHaveLength(1)
    expect(new Set(tries.flat())).toEqual(new Set(['succession.ordered-already']))
  })

  test('the applicant is told who acts now, and a certificate of before names its successor', async () => {
    const item = await arrangeCase(world, { step: 'reviewed' })
    const done = await arrangeCase(world, { step: 'reviewed' })
    const approver = await world.officer({ roles: ['approve'] })
    const wanted = { applicationId: done.id, version: done.version }
    await approveCase(world.as(approver, 'decision.approve'), wanted)
    const { successionId } = await order()
    await carryOut(successionId)
    const owner = (accountId: string) =>
      ({ kind: 'applicant', accountId, sessionId: '', endsAt: new Date('2099-01-01') }) as const
    const view = await getApplication(world.as(owner(item.accountId)), { applicationId: item.id })
    expect(view).toMatchObject({ agencyName: '衢江区教育局', formerAgencyName: '柯城区教育局' })
    expect(view.sentence).toContain('衢江区教育局')
    const { applications } = await listApplications(world.as(owner(item.accountId)))
    expect(applications[0]?.formerAgencyName).toBe('柯城区教育局')
    const { certificates } = await listOwnCertificates(world.as(owner(done.accountId)))
    expect(certificates[0]).toMatchObject({ agencyName: '柯城区教育局', successorName: '衢江区教育局' })
    const heir = await world.officer({ roles: ['review'], agencyCode: FOREIGN })
    const [row] = await world.rows('select id from certificates where application_id = $1', [done.id])
    const record = await getCertificate(world.as(heir), { certificateId: String(row?.['id']) })
    expect(record).toMatchObject({ agencyName: '柯城区教育局', successorName: '衢江区教育局' })
  })

  test('a new name of the same office is no other office', async () => {
    const item = await arrangeCase(world, { step: 'submitted' })
    await world.rows(`update agencies set name = '柯城区教育体育局' where code = $1`, [HOME])
    await world.rows(
      `insert into agency_names (agency_code, name, held_from) values ($1, '柯城区教育体育局', '2026-10-12')`,
      [HOME],
    )
    const actor = {
      kind: 'applicant',
      accountId: item.accountId,
      sessionId: '',
      endsAt: new Date('2099-01-01'),
    } as const
    expect((await getApplication(world.as(actor), { applicationId: item.id })).formerAgencyName).toBeNull()
  })

  test('is tried out first: what moves by stage, points, plans and users, and what stands in the way', async () => {
    await arrangeCase(world, { step: 'submitted' })
    await arrangeCase(world, { step: 'reviewed' })
    const user = await world.officer({ roles: ['review'] })
    const preview = await previewSuccession(world.as(province), { agencyCode: HOME, newCode: FOREIGN })
    expect(preview.cases).toEqual([
      { stage: 'awaiting-approval', count: 1 },
      { stage: 'awaiting-confirmation', count: 1 },
    ])
    expect(preview.points).toHaveLength(2)
    expect(preview.plans.map(({ goesTo }) => goesTo)).toEqual(['merged'])
    expect(preview.users.map(({ userId }) => userId)).toContain(user.userId)
    expect(preview.obstacles).toEqual([])
  })

  test('is refused to an office that does not stand above both, and for users of another agency', async () => {
    const county = await world.officer({ roles: ['system'], agencyCode: FOREIGN })
    const papers = { orderNumber: '演示〔2026〕9号', reason: '行政区划调整。', effectiveAt: null, movedUserIds: [] }
    const wanted = { agencyCode: HOME, newCode: FOREIGN, ...papers }
    expect(await codesOf(orderSuccession(world.as(county), wanted))).toEqual(['request.not-found'])
    expect(await codesOf(order([randomUUID()]))).toEqual(['succession.user-unknown'])
  })
})
