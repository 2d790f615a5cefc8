import { randomUUID } from 'node:crypto'
import { Client } from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getCaseEndpoint, getWorkEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import { type ArrangedCase, arrangeCase, arrangeHit } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Context } from '../../src/platform/context.ts'
import { findCase } from '../../src/modules/confirmation/find-case.ts'
import { requestReceipt } from '../../src/modules/confirmation/request-receipt.ts'
import { requestVetting } from '../../src/modules/vetting/request-vetting.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { checkDiploma } from '../../src/modules/decision/check-diploma.ts'
import { getCase } from '../../src/modules/decision/get-case.ts'
import { getWork } from '../../src/modules/decision/get-work.ts'
import { listCases } from '../../src/modules/decision/list-cases.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { revealNumber } from '../../src/modules/decision/reveal-number.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'
import { codeOf } from '../refusal-codes.ts'

let world: World
let desk: OfficerActor
let otherDesk: OfficerActor
let approver: OfficerActor
let reviewer: OfficerActor
let vetter: OfficerActor
let own: ArrangedCase
let foreign: ArrangedCase
beforeAll(async () => {
  world = await startWorld()
  const { points } = world
  desk = await world.officer({ roles: ['confirm'], pointId: points.home })
  otherDesk = await world.officer({ roles: ['confirm'], pointId: points.other })
  approver = await world.officer({ roles: ['approve'] })
  reviewer = await world.officer({ roles: ['review'] })
  vetter = await world.officer({ roles: ['vet'] })
  own = await arrangeCase(world, { step: 'reviewed' })
  foreign = await arrangeCase(world, { step: 'reviewed', agencyCode: '33076' })
})
afterAll(() => world.stop())

/** Every act about one case that an officer of the agency can reach, by name. */
const ACTS: Readonly<Record<string, (ctx: Context, item: { id: string; version: number }) => Promise<unknown>>> = {
  get: (ctx, { id }) => getCase(ctx, { applicationId: id }),
  reveal: (ctx, { id }) => revealNumber(ctx, { applicationId: id, purpose: '核对证件' }),
  receipt: (ctx, { id }) => requestReceipt(ctx, { applicationId: id }),
  approve: (ctx, { id, version }) => approveCase(ctx, { applicationId: id, version }),
  refuse: (ctx, { id, version }) =>
    refuseCase(ctx, { applicationId: id, version, reasons: [{ code: 'medical-failed', note: null }] }),
  return: (ctx, { id, version }) => returnCase(ctx, { applicationId: id, version, message: '请重新上传照片。' }),
  review: (ctx, { id, version }) =>
    reviewCase(ctx, { applicationId: id, version, opinion: 'pass', note: null, reasons: [] }),
  diploma: (ctx, { id, version }) =>
    checkDiploma(ctx, { applicationId: id, version, certificateNumber: '123456789012' }),
}

describe('whose cases an officer sees (S-045, S-048, S-049)', () => {
  test.each(Object.keys(ACTS))('%s: a case of another agency is as unknown as a random one', async (name) => {
    const act = ACTS[name]
    const all = await world.officer({ roles: ['review', 'approve', 'vet'] })
    const before = await world.rows('select xmin::text, version from applications where id = $1', [foreign.id])
    const ctx = () => world.as(all, `decision.${name}`)
    expect(await codeOf(act?.(ctx(), foreign) ?? Promise.resolve())).toBe('request.not-found')
    expect(await codeOf(act?.(ctx(), { id: randomUUID(), version: 1 }) ?? Promise.resolve())).toBe('request.not-found')
    expect(await world.rows('select xmin::text, version from applications where id = $1', [foreign.id])).toEqual(before)
  })

  test('a confirm user sees the own point alone, other points not at all (S-049)', async () => {
    const there = await arrangeCase(world, { step: 'submitted', pointId: world.points.other })
    const { rows } = await listCases(world.as(desk), {})
    expect(rows.map((row) => row.applicationId)).toContain(own.id)
    expect(rows.map((row) => row.applicationId)).not.toContain(there.id)
    expect(await codeOf(getCase(world.as(desk), { applicationId: there.id }))).toBe('request.not-found')
    expect((await getCase(world.as(otherDesk), { applicationId: there.id })).row.applicationId).toBe(there.id)
    const found = await findCase(world.as(desk), { text: there.registrationNumber })
    expect(found.rows).toEqual([])
  })

  test('no row at all comes back without the scope, and the scope does not outlive its transaction (S-048)', async () => {
    const client = new Client({ connectionString: world.database.urls.office_face })
    await client.connect()
    const count = async (table: string) =>
      Number((await client.query<{ count: string }>(`select count(*) from ${table}`)).rows[0]?.count)
    const tables = ['applications', 'application_events', 'confirmations', 'reviews', 'decisions', 'vetting_requests']
    for (const table of [...tables, 'certificates', 'evidence', 'evidence_uses', 'consents', 'files']) {
      expect(await count(table), table).toBe(0)
    }
    await client.query('begin')
    await client.query(`select set_config('app.agency_code', '33075', true)`)
    expect(await count('applications')).toBeGreaterThan(0)
    await client.query('commit')
    expect(await count('applications')).toBe(0)
    await client.end()
  })
})

describe('what lists and pages give away', () => {
  test('rows carry masked numbers and nothing that the schema does not name (S-053)', async () => {
    const listed = await listCases(world.as(approver), {})
    expect(() => listCasesEndpoint.output.parse(listed)).not.toThrow()
    const text = JSON.stringify(listed)
    expect(text).not.toContain(own.documentNumber)
    expect(text).toContain(`${own.documentNumber.slice(0, 6)}********`)
  })

  test('a case page fits its schema, hides the number, and its reading is an event (S-053, S-144)', async () => {
    const view = await getCase(world.as(approver, 'decision.get-case'), { applicationId: own.id })
    expect(() => getCaseEndpoint.output.parse(view)).not.toThrow()
    expect(JSON.stringify(view)).not.toContain(own.documentNumber)
    const events = await world.rows(
      `select outcome from audit_events where event = 'decision.get-case' and object_id = $1 and actor_id = $2`,
      [own.id, approver.userId],
    )
    expect(events).toEqual([{ outcome: 'read' }])
  })

  test('the full number needs a purpose and leaves an event (S-122)', async () => {
    const revealed = await revealNumber(world.as(approver, 'decision.reveal-number'), {
      applicationId: own.id,
      purpose: '电话核实',
    })
    expect(revealed).toEqual({ documentNumber: own.documentNumber, phone: '13900000000' })
    const [event] = await world.rows(`select outcome, detail from audit_events where event = 'decision.reveal-number'`)
    expect(event).toEqual({ outcome: 'read', detail: { purpose: '电话核实' } })
  })

  test('a finding is seen by the two named roles, and looks like a missing answer to others (DEC-2)', async () => {
    const hit = await arrangeHit(world)
    const stateFor = async (actor: OfficerActor) =>
      (await getCase(world.as(actor), { applicationId: hit.id })).vetting.map(({ state }) => state)
    expect(await stateFor(vetter)).toEqual(['hit', 'hit', 'clear'])
    expect(await stateFor(approver)).toEqual(['hit', 'hit', 'clear'])
    expect(await stateFor(reviewer)).toEqual(['error', 'error', 'clear'])
    const listed = await listCases(world.as(reviewer), {})
    expect(listed.rows.find((row) => row.applicationId === hit.id)?.hints).toEqual([])
  })

  test('work counts are those of the queue', async () => {
    const work = await getWork(world.as(approver))
    expect(() => getWorkEndpoint.output.parse(work)).not.toThrow()
    const listed = await listCases(world.as(approver), { stage: 'awaiting-approval' })
    expect(work.stages.find(({ stage }) => stage === 'awaiting-approval')?.count).toBe(listed.rows.length)
  })
})

describe('the queue', () => {
  test('pages by keyset through cases of equal and of no due day, each once', async () => {
    const officer = await world.officer({ roles: ['approve'], agencyCode: '33009' })
    const [{ id: point } = { id: '' }] = await world.rows(`select id from points where code = '33009-01'`)
    const ids: string[] = []
    for (let index = 0; index < 60; index += 1) {
      const step = index % 3 === 0 ? 'submitted' : 'vetted'
      const wish = { agencyCode: '33009', pointId: String(point), dueOn: index % 2 === 0 ? '2026-11-02' : '2026-10-05' }
      ids.push((await arrangeCase(world, { step, ...wish })).id)
    }
    const first = await listCases(world.as(officer), {})
    expect(first.rows).toHaveLength(50)
    const second = await listCases(world.as(officer), { after: first.after ?? '' })
    expect(second.after).toBeNull()
    const seen = [...first.rows, ...second.rows]
    expect(seen.map(({ applicationId }) => applicationId).toSorted()).toEqual(ids.toSorted())
    const days = seen.map(({ dueOn }) => dueOn ?? '9999')
    expect(days).toEqual(days.toSorted())
    const overdue = await listCases(world.as(officer), { due: 'overdue' })
    expect(overdue.rows.every(({ dueOn }) => dueOn === '2026-10-05')).toBe(true)
    expect(overdue.rows.length).toBeGreaterThan(0)
    expect(await codeOf(listCases(world.as(officer), { after: 'eyJpZCI6MX0' }))).toBe('request.malformed')
  })

  test('vetting refuses the whole batch for one foreign row (S-060)', async () => {
    const mine = await arrangeCase(world, { step: 'confirmed' })
    const before = await world.rows('select count(*) from vetting_requests')
    const asked = requestVetting(world.as(vetter), { applicationIds: [mine.id, foreign.id], kind: 'crime' })
    await expect(asked).rejects.toMatchObject({ reasons: [{ code: 'case.row-not-found', values: { row: 2 } }] })
    expect(await world.rows('select count(*) from vetting_requests')).toEqual(before)
  })
})
