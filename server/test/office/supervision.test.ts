import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { getBoardEndpoint, getCaseBelowEndpoint } from '@xingtan/contract/office/supervision'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { refuseConfirmation } from '../../src/modules/confirmation/refuse-confirmation.ts'
import { requestReceipt } from '../../src/modules/confirmation/request-receipt.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { approveCases } from '../../src/modules/decision/approve-cases.ts'
import { checkDiploma } from '../../src/modules/decision/check-diploma.ts'
import { getBoard } from '../../src/modules/decision/get-board.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { getCaseBelow } from '../../src/modules/decision/get-case-below.ts'
import { createDecisionJobs } from '../../src/modules/decision/jobs.ts'
import { listAlerts } from '../../src/modules/decision/list-alerts.ts'
import { listCases } from '../../src/modules/decision/list-cases.ts'
import { listCasesBelow } from '../../src/modules/decision/list-cases-below.ts'
import { noteAlerts } from '../../src/modules/decision/note-alerts.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { revealNumber } from '../../src/modules/decision/reveal-number.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import { urgeCase } from '../../src/modules/decision/urge-case.ts'
import { requestVetting } from '../../src/modules/vetting/request-vetting.ts'
import { createPdfRenderer } from '../../src/platform/pdf.ts'
import { sql } from '../../src/platform/sql.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Context } from '../../src/platform/context.ts'
import type { Scope } from '../../src/platform/db.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { codeOf } from '../refusal-codes.ts'

const CITY = '33009'
const PROVINCE = '33001'
const NATION = '00000'
const OTHER_PROVINCE = '11001'

let world: World
let city: OfficerActor
let own: ArrangedCase
beforeAll(async () => {
  world = await startWorld()
  city = await world.officer({ roles: ['review', 'approve'], agencyCode: CITY })
  own = await arrangeCase(world, { step: 'reviewed' })
})
afterAll(() => world.stop())

async function runJob(name: string): Promise<void> {
  const handler = createDecisionJobs(world.services.worker, createPdfRenderer())[name]
  if (handler === undefined) throw new Error(name)
  const job = { id: 0, name, payload: {}, fence: 0, attempts: 1 }
  await handler({ job, holdLease: async () => undefined })
}

const REASONS = [{ code: 'medical-failed', note: null }]
type Item = Pick<ArrangedCase, 'id' | 'version'>
type Act = (ctx: Context, item: Item) => Promise<unknown>

/** Everything that changes a case or opens what is sealed in it. */
const ACTS: Readonly<Record<string, Act>> = {
  confirm: (ctx, { id, version }) =>
    confirmCase(ctx, {
      applicationId: id,
      version,
      judgements: [],
      medical: { conclusion: 'qualified', examinedOn: '2026-10-08', hospital: '演示医院' },
    }),
  'refuse-confirmation': (ctx, { id, version }) =>
    refuseConfirmation(ctx, { applicationId: id, version, reasons: REASONS }),
  receipt: (ctx, { id }) => requestReceipt(ctx, { applicationId: id }),
  reveal: (ctx, { id }) => revealNumber(ctx, { applicationId: id, purpose: '核对证件' }),
  return: (ctx, { id, version }) => returnCase(ctx, { applicationId: id, version, message: '请重新上传照片。' }),
  review: (ctx, { id, version }) =>
    reviewCase(ctx, { applicationId: id, version, opinion: 'pass', note: null, reasons: [] }),
  diploma: (ctx, { id, version }) =>
    checkDiploma(ctx, { applicationId: id, version, certificateNumber: '123456789012' }),
  approve: (ctx, { id, version }) => approveCase(ctx, { applicationId: id, version }),
  refuse: (ctx, { id, version }) => refuseCase(ctx, { applicationId: id, version, reasons: REASONS }),
}
const BATCHES: Readonly<Record<string, Act>> = {
  'approve many': (ctx, { id, version }) =>
    approveCases(ctx, { cases: [{ applicationId: id, version }], dryRun: false }),
  'request vetting': (ctx, { id }) => requestVetting(ctx, { applicationIds: [id], kind: 'crime' }),
}

describe('S-050: reading reaches down, deciding does not', () => {
  const levels = [CITY, PROVINCE, NATION]
  test.each(Object.keys(ACTS).flatMap((name) => levels.map((level) => [name, level] as const)))(
    '%s from %s is refused with 403 and changes nothing',
    async (name, agencyCode) => {
      const officer = await world.officer({ roles: ['review', 'approve', 'vet'], agencyCode })
      const look = 'select xmin::text, version, status from applications where id = $1'
      const before = await world.rows(look, [own.id])
      expect(await codeOf(ACTS[name]?.(world.as(officer), own) ?? Promise.resolve())).toBe('case.not-own')
      expect(await world.rows(look, [own.id])).toEqual(before)
    },
  )

  test.each(Object.keys(BATCHES))('%s refuses the whole batch', async (name) => {
    expect(await codeOf(BATCHES[name]?.(world.as(city), own) ?? Promise.resolve())).toBe('case.row-not-found')
  })

  test('the officers of the agency itself, beside it and of another province learn nothing by that way', async () => {
    for (const agencyCode of [HOME, FOREIGN, OTHER_PROVINCE]) {
      const officer = await world.officer({ roles: ['review', 'approve'], agencyCode })
      expect(await codeOf(getCaseBelow(world.as(officer), { applicationId: own.id })), agencyCode).toBe(
        'request.not-found',
      )
    }
    const beside = await world.officer({ roles: ['review', 'approve'], agencyCode: FOREIGN })
    expect(await codeOf(approveCase(world.as(beside), { applicationId: own.id, version: own.version }))).toBe(
      'request.not-found',
    )
    expect(await codeOf(getBoard(world.as(beside), { agencyCode: HOME }))).toBe('request.not-found')
    expect(await codeOf(listCasesBelow(world.as(beside), { agencyCode: CITY }))).toBe('request.not-found')
  })

  test.each(levels)(
    'an officer of %s lists and opens the case, masked, and the reading is an event',
    async (agencyCode) => {
      const officer = await world.officer({ roles: ['approve'], agencyCode })
      const { rows } = await listCasesBelow(world.as(officer), { agencyCode: HOME })
      expect(rows.map(({ applicationId }) => applicationId)).toContain(own.id)
      const read = await getCaseBelow(world.as(officer, 'decision.get-case-below'), { applicationId: own.id })
      expect(() => getCaseBelowEndpoint.output.parse(read)).not.toThrow()
      expect(read.view).toMatchObject({ actions: [], photoUrl: null, signatureUrl: null, nextApplicationId: null })
      expect(JSON.stringify([rows, read])).not.toContain(own.documentNumber)
      expect(
        await world.rows(`select outcome from audit_events where event = 'decision.get-case-below' and actor_id = $1`, [
          officer.userId,
        ]),
      ).toEqual([{ outcome: 'read' }])
    },
  )

  test('the queue and the case page of the upper level stay its own', async () => {
    const { rows } = await listCases(world.as(city), {})
    expect(rows.map(({ applicationId }) => applicationId)).not.toContain(own.id)
    expect(await codeOf(getCase(world.as(city), { applicationId: own.id }))).toBe('request.not-found')
  })
})

type Board = z.output<typeof getBoardEndpoint.output>
const totalsOf = (board: Board, code: string) => board.rows.find(({ agencyCode }) => agencyCode === code)

describe('the board', () => {
  test('counts by due day from the counters as a live count would, before and after folding', async () => {
    for (const [dueOn, step] of [
      ['2026-10-01', 'vetted'],
      ['2026-10-07', 'vetted'],
      ['2026-10-09', 'confirmed'],
      ['2026-10-12', 'reviewed'],
      ['2026-10-16', 'reviewed'],
    ] as const) {
      await arrangeCase(world, { step, dueOn, agencyCode: FOREIGN })
    }
    await arrangeCase(world, { step: 'recognised', dueOn: '2026-10-01', agencyCode: FOREIGN })
    await arrangeCase(world, { step: 'submitted', agencyCode: FOREIGN })
    const seen = { open: 6, overdue: 3, today: 1, week: 2, escalated: 2 }
    const first = await getBoard(world.as(city), {})
    expect(() => getBoardEndpoint.output.parse(first)).not.toThrow()
    expect(totalsOf(first, FOREIGN)).toMatchObject(seen)
    await runJob('decision.fold-counters')
    expect(await world.rows('select 1 from case_counter_changes')).toEqual([])
    expect(totalsOf(await getBoard(world.as(city), {}), FOREIGN)).toMatchObject(seen)
    const province = await world.officer({ roles: ['plan'], agencyCode: PROVINCE })
    const upper = await getBoard(world.as(province), {})
    const below = first.rows.reduce((sum, row) => sum + row.open, first.own.open)
    expect(totalsOf(upper, CITY)?.open).toBe(below)
    const down = await getBoard(world.as(province), { agencyCode: CITY })
    expect(down.path.map(({ code }) => code)).toEqual([PROVINCE, CITY])
    expect(down.rows).toEqual(first.rows)
  })

  test('tells the sums of agencies below alone, and only to a transaction that reads below', async () => {
    const Sum = z.object({ agencyCode: z.string() })
    const sums = (agencyCode: string, reach: Scope['reach'], upper: string) =>
      world.services.office.db.transaction({ agencyCode, ...(reach === undefined ? {} : { reach }) }, (tx) =>
        tx.list(Sum, sql`select agency_code from count_cases_below(${upper})`),
      )
    expect((await sums(CITY, 'below', CITY)).length).toBeGreaterThan(0)
    expect(await sums(CITY, undefined, CITY)).toEqual([])
    expect(await sums(FOREIGN, 'below', CITY)).toEqual([])
    expect(await sums(CITY, 'below', PROVINCE)).toEqual([])
  })

  test('escalated, overdue and due cases are listed as the board counts them', async () => {
    for (const [due, count] of [
      ['escalated', 2],
      ['overdue', 3],
      ['today', 1],
      ['week', 2],
    ] as const) {
      expect((await listCasesBelow(world.as(city), { agencyCode: FOREIGN, due })).rows, due).toHaveLength(count)
    }
  })
})

describe('alerts and reminders', () => {
  test('twenty runs at once raise each alert once, and the approvers take note of them', async () => {
    await Promise.all(Array.from({ length: 20 }, () => runJob('decision.raise-alerts')))
    const kinds = await world.rows(
      `select kind, count(*)::int as count from case_alerts where agency_code = $1 group by 1 order by 1`,
      [FOREIGN],
    )
    expect(kinds).toEqual([
      { kind: 'due-today', count: 1 },
      { kind: 'escalated', count: 2 },
      { kind: 'overdue', count: 3 },
    ])
    const approver = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const { alerts } = await listAlerts(world.as(approver))
    expect(alerts).toHaveLength(6)
    const stranger = await world.officer({ roles: ['approve'] })
    await noteAlerts(world.as(stranger), { alertIds: alerts.map(({ alertId }) => alertId) })
    expect((await listAlerts(world.as(approver))).alerts).toHaveLength(6)
    await noteAlerts(world.as(approver), { alertIds: alerts.map(({ alertId }) => alertId) })
    expect((await listAlerts(world.as(approver))).alerts).toEqual([])
  })

  test('an upper level urges a case once a day, and sees when the office took note', async () => {
    const item = await arrangeCase(world, { step: 'vetted', dueOn: '2026-10-09' })
    const urge = () => urgeCase(world.as(city), { applicationId: item.id, note: '请于本周内办结。' })
    const tries = await Promise.allSettled(Array.from({ length: 20 }, urge))
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
    expect(await codeOf(urge())).toBe('decision.urged-today')
    const approver = await world.officer({ roles: ['approve'] })
    const { alerts } = await listAlerts(world.as(approver))
    const alert = alerts.find(({ applicationId }) => applicationId === item.id)
    expect(alert).toMatchObject({ kind: 'urged', from: '衢州市教育局', note: '请于本周内办结。' })
    await noteAlerts(world.as(approver), { alertIds: [alert?.alertId ?? ''] })
    const { urged } = await getCaseBelow(world.as(city), { applicationId: item.id })
    expect(urged).toEqual([
      { at: alert?.at, from: '衢州市教育局', note: '请于本周内办结。', seenAt: expect.any(String) },
    ])
    expect(await world.rows('select version from applications where id = $1', [item.id])).toEqual([
      { version: item.version },
    ])
  })

  test('nobody urges what is closed, unknown or not below', async () => {
    const closed = await arrangeCase(world, { step: 'recognised' })
    const note = '请尽快办理。'
    expect(await codeOf(urgeCase(world.as(city), { applicationId: closed.id, note }))).toBe('decision.urge-closed')
    expect(await codeOf(urgeCase(world.as(city), { applicationId: randomUUID(), note }))).toBe('request.not-found')
    const beside = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    expect(await codeOf(urgeCase(world.as(beside), { applicationId: own.id, note }))).toBe('request.not-found')
  })
})
