import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { getRunEndpoint } from '@xingtan/contract/office/bulk-run'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import type { CaseWish } from '../../../test/case-wish.ts'
import { FOREIGN, type World, startWorld } from '../../../test/world.ts'
import { createPdfRenderer } from '../../platform/pdf.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { approveCases } from './approve-cases.ts'
import { getRun, listRuns } from './get-run.ts'
import { createDecisionJobs } from './jobs.ts'
import { previewReviews } from './review-cases.ts'
import { startApprovalRun, startReviewRun } from './start-run.ts'

let world: World
let approver: OfficerActor
let reviewer: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  approver = await world.officer({ roles: ['approve'] })
  reviewer = await world.officer({ roles: ['review'] })
})
afterAll(() => world.stop())

async function lay(count: number, wish: CaseWish): Promise<ArrangedCase[]> {
  const cases: ArrangedCase[] = []
  for (let index = 0; index < count; index += 1) cases.push(await arrangeCase(world, wish))
  return cases
}

const wantedOf = (cases: readonly ArrangedCase[]) => cases.map(({ id, version }) => ({ applicationId: id, version }))

/** Runs the job; `onLease` stands for what happens to the process at the beginning of a chunk. */
async function work(runId: string, onLease: JobRun['holdLease'] = async () => undefined): Promise<void> {
  const handler = createDecisionJobs(world.services.worker, createPdfRenderer())['decision.run-bulk']
  const job = { id: 0, name: 'decision.run-bulk', payload: { runId }, fence: 0, attempts: 1 }
  await handler?.({ job, holdLease: onLease })
}

async function bar(item: ArrangedCase): Promise<void> {
  await world.rows(
    `insert into restrictions (id, person_index, name, kind, starts_on, state, decision_number, decided_by)
     values (gen_random_uuid(), $1, $2, 'lost', '2026-01-01', 'effective', '演示1号', '演示机关')`,
    [item.personIndex, item.name],
  )
}

describe('approving many by a run', () => {
  test('of a hundred the 57th is barred: exactly that one is refused, and the log holds a hundred ids (S-073)', async () => {
    const cases = await lay(100, { step: 'reviewed' })
    const barred = cases[56]
    if (barred === undefined) throw new Error('no 57th')
    await bar(barred)
    const { runId } = await startApprovalRun(world.as(approver), { cases: wantedOf(cases) })
    expect((await getRun(world.as(approver), { runId })).run).toMatchObject({ count: 100, done: 0, finishedAt: null })
    await work(runId)
    const answer = await getRun(world.as(approver), { runId })
    expect(() => getRunEndpoint.output.parse(answer)).not.toThrow()
    expect(answer.run).toMatchObject({ done: 99, refused: 1, finishedAt: expect.any(String) })
    expect(answer.rows.filter(({ outcome }) => outcome === 'refused')).toMatchObject([
      { applicationId: barred.id, number: null, sentence: expect.stringContaining('限制库') },
    ])
    const ids = cases.map(({ id }) => id)
    const log = await world.rows(
      `select object_id, outcome, actor_id, detail ->> 'conclusion' as conclusion from audit_events
       where event = 'decision.approve-many' and object_id = any($1)`,
      [ids],
    )
    expect(new Set(log.map((row) => row['object_id'])).size).toBe(100)
    expect(log.filter((row) => row['outcome'] === 'refused').map((row) => row['object_id'])).toEqual([barred.id])
    expect(new Set(log.map((row) => row['actor_id']))).toEqual(new Set([approver.userId]))
    // The trail names each conclusion, whoever or whatever wrote it (I-07).
    expect(new Set(log.map((row) => row['conclusion']))).toEqual(new Set(['passed']))
    const checks = await world.rows(
      `select application_id, count(*)::int as count from restriction_checks
       where application_id = any($1) and moment = 'conclusion' group by 1`,
      [ids],
    )
    expect(checks).toHaveLength(100)
    expect(checks.every((row) => row['count'] === 1)).toBe(true)
  })

  test('a run that dies in the middle goes on where it was: each case once, numbers without a gap (R-043, R-044)', async () => {
    const cases = await lay(120, { step: 'reviewed' })
    const { runId } = await startApprovalRun(world.as(approver), { cases: wantedOf(cases) })
    let chunks = 0
    const dying = work(runId, async () => {
      chunks += 1
      if (chunks === 2) throw new Error('killed')
    })
    await expect(dying).rejects.toThrow('killed')
    expect((await getRun(world.as(approver), { runId })).run).toMatchObject({ done: 50, finishedAt: null })
    await Promise.all(Array.from({ length: 20 }, () => work(runId)))
    await work(runId)
    const { run, rows } = await getRun(world.as(approver), { runId })
    expect(run).toMatchObject({ done: 120, refused: 0, finishedAt: expect.any(String) })
    const numbers = rows.map(({ number }) => Number(number?.slice(11))).toSorted((a, b) => a - b)
    expect(numbers.map((number) => number - (numbers[0] ?? 0))).toEqual(numbers.map((_, index) => index))
    const [count] = await world.rows(
      `select count(*)::int as decisions, count(distinct application_id)::int as cases from decisions where application_id = any($1)`,
      [cases.map(({ id }) => id)],
    )
    expect(count).toEqual({ decisions: 120, cases: 120 })
  })

  test('the whole batch is refused for one case of another agency, and nothing is ordered (S-060)', async () => {
    const [own] = await lay(1, { step: 'reviewed' })
    const foreign = await arrangeCase(world, { step: 'reviewed', agencyCode: FOREIGN })
    const before = await world.rows('select count(*) from bulk_runs')
    const cases = own === undefined ? [] : wantedOf([own, foreign])
    await expect(startApprovalRun(world.as(approver), { cases })).rejects.toMatchObject({
      reasons: [{ code: 'case.row-not-found', values: { row: 2 } }],
    })
    expect(await world.rows('select count(*) from bulk_runs')).toEqual(before)
  })

  test('asking twice with one key is one run', async () => {
    const cases = wantedOf(await lay(1, { step: 'reviewed' }))
    const tries = Array.from({ length: 20 }, () =>
      startApprovalRun(world.as(approver, 'decision.start-approval-run', 'one-key-for-all-twenty-tries'), { cases }),
    )
    expect(new Set((await Promise.all(tries)).map(({ runId }) => runId)).size).toBe(1)
  })

  test('an officer who was locked out meanwhile decides nothing more', async () => {
    const leaver = await world.officer({ roles: ['approve'] })
    const cases = await lay(2, { step: 'reviewed' })
    const { runId } = await startApprovalRun(world.as(leaver), { cases: wantedOf(cases) })
    await world.rows('update staff_users set enabled = false where id = $1', [leaver.userId])
    await work(runId)
    expect((await getRun(world.as(approver), { runId })).run).toMatchObject({ done: 0, refused: 2 })
    expect(
      await world.rows('select 1 from decisions where application_id = any($1)', [cases.map(({ id }) => id)]),
    ).toEqual([])
  })

  test('a case that was changed since it was listed is refused, the reviewer’s own too (S-057)', async () => {
    const [changed, other] = await lay(2, { step: 'reviewed' })
    const same = await arrangeCase(world, { step: 'reviewed', reviewerPersonId: approver.personId })
    if (changed === undefined || other === undefined) throw new Error('not laid')
    await world.rows('update applications set version = version + 1 where id = $1', [changed.id])
    const { runId } = await startApprovalRun(world.as(approver), { cases: wantedOf([changed, same, other]) })
    await work(runId)
    const codes = await world.rows('select codes from bulk_run_rows where run_id = $1 order by position', [runId])
    expect(codes.map((row) => row['codes'])).toEqual([['case.changed'], ['decision.same-person'], []])
  })

  test('a run is found again by its agency and by nobody else', async () => {
    expect((await listRuns(world.as(reviewer))).runs.length).toBeGreaterThan(3)
    const stranger = await world.officer({ roles: ['approve'], agencyCode: FOREIGN })
    const [run] = (await listRuns(world.as(approver))).runs
    expect((await listRuns(world.as(stranger))).runs).toEqual([])
    await expect(getRun(world.as(stranger), { runId: run?.runId ?? '' })).rejects.toMatchObject({
      reasons: [{ code: 'request.not-found' }],
    })
  })
})

describe('reviewing many by a run', () => {
  test('says before what it does afterwards, row by row, and leaves each review under its own name', async () => {
    const cases = [...(await lay(3, { step: 'vetted' })), await arrangeCase(world, { step: 'confirmed' })]
    const wanted = { cases: wantedOf(cases) }
    const preview = await previewReviews(world.as(reviewer), wanted)
    expect(preview.results.map(({ outcome }) => outcome)).toEqual([
      'would-approve',
      'would-approve',
      'would-approve',
      'refused',
    ])
    const { runId } = await startReviewRun(world.as(reviewer), wanted)
    await work(runId)
    const { run, rows } = await getRun(world.as(reviewer), { runId })
    expect(run).toMatchObject({ kind: 'review', done: 3, refused: 1 })
    expect(rows.map(({ sentence }) => sentence)).toEqual([null, null, null, preview.results[3]?.sentence])
    const reviews = await world.rows('select reviewer_person_id, opinion from reviews where application_id = any($1)', [
      cases.map(({ id }) => id),
    ])
    expect(reviews).toEqual(
      Array.from({ length: 3 }, () => ({ reviewer_person_id: reviewer.personId, opinion: 'pass' })),
    )
  })
})

describe('five hundred with three dirty rows', () => {
  test('are tried out, reviewed and approved by two persons; the three are told apart (DEC-3)', async () => {
    const [first, ...rest] = await lay(500, { step: 'vetted' })
    const cases = first === undefined ? rest : [first, ...rest]
    const dirty = [cases[10], cases[250], cases[499]].filter((item) => item !== undefined)
    for (const item of dirty) await bar(item)
    const review = await startReviewRun(world.as(reviewer), { cases: wantedOf(cases) })
    await work(review.runId)
    expect((await getRun(world.as(reviewer), { runId: review.runId })).run).toMatchObject({ done: 497, refused: 3 })
    const versions = await world.rows('select id, version from applications where id = any($1)', [
      cases.map(({ id }) => id),
    ])
    const now = versions.map((row) => ({ applicationId: String(row['id']), version: Number(row['version']) }))
    const dry = await approveCases(world.as(approver), { cases: now, dryRun: true })
    const clean = new Set(
      dry.results.filter(({ outcome }) => outcome === 'would-approve').map((one) => one.applicationId),
    )
    expect(clean.size).toBe(497)
    const { runId } = await startApprovalRun(world.as(approver), { cases: now })
    const started = performance.now()
    await work(runId)
    const seconds = (performance.now() - started) / 1000
    const { run, rows } = await getRun(world.as(approver), { runId })
    expect(run).toMatchObject({ count: 500, done: 497, refused: 3 })
    expect(
      rows
        .filter(({ outcome }) => outcome === 'refused')
        .map((row) => row.applicationId)
        .toSorted(),
    ).toEqual(dirty.map(({ id }) => id).toSorted())
    expect(seconds).toBeLessThan(60)
  }, 120_000)
})

describe('the turn of the year', () => {
  test('two hundred approvals across midnight: each number has the year of its decision in Shanghai, serials start at 1 (R-050)', async () => {
    await world.moveClock('2026-12-31T23:50:00+08:00')
    const cases = await lay(200, { step: 'reviewed', dueOn: '2027-01-15' })
    await world.rows(`update vetting_requests set answered_at = app_now() where application_id = any($1)`, [
      cases.map(({ id }) => id),
    ])
    await world.rows(`update confirmations set examined_on = '2026-12-20' where application_id = any($1)`, [
      cases.map(({ id }) => id),
    ])
    const { runId } = await startApprovalRun(world.as(approver), { cases: wantedOf(cases) })
    let chunks = 0
    await work(runId, async () => {
      chunks += 1
    })
    expect(chunks).toBe(5)
    const second = await lay(100, { step: 'reviewed', dueOn: '2027-01-15' })
    const next = await startApprovalRun(world.as(approver), { cases: wantedOf(second) })
    let begun = 0
    await work(next.runId, async () => {
      begun += 1
      // The clock of the transaction is read before its lease is held: the turn shows from the next chunk on.
      if (begun === 1) await world.moveClock('2027-01-01T00:00:00+08:00')
    })
    const rows = await world.rows(
      `select c.year, c.serial, c.number, extract(year from d.decided_at at time zone 'Asia/Shanghai')::int as decided
       from certificates c join decisions d on d.application_id = c.application_id where c.application_id = any($1)
       order by c.year, c.serial`,
      [second.map(({ id }) => id)],
    )
    expect(rows).toHaveLength(100)
    expect(
      rows.every((row) => row['year'] === row['decided'] && String(row['number']).startsWith(String(row['year']))),
    ).toBe(true)
    const later = rows.filter((row) => row['year'] === 2027).map((row) => row['serial'])
    expect(later).toEqual(Array.from({ length: 50 }, (_, index) => index + 1))
  }, 60_000)
})
