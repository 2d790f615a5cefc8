import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { arrangeCase } from '../../../test/arrange-case.ts'
import type { CaseWish } from '../../../test/case-wish.ts'
import { SANDBOX_KEY, type TestSandbox, startTestSandbox } from '../../../test/sandbox.ts'
import { type World, startWorld } from '../../../test/world.ts'
import { createAuthorities } from '../../external/authorities.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { type JobHandler, TryLater, takeJobs } from '../../platform/jobs.ts'
import { Problem } from '../../platform/problem.ts'
import { createVettingJobs } from './jobs.ts'
import { listPendingVetting } from './list-pending-vetting.ts'
import { listVettingBatches } from './list-vetting-batches.ts'
import { requestVetting } from './request-vetting.ts'

let world: World
let sandbox: TestSandbox
let vetter: OfficerActor
let handlers: Readonly<Record<string, JobHandler>>
beforeAll(async () => {
  ;[world, sandbox] = await Promise.all([startWorld(), startTestSandbox()])
  vetter = await world.officer({ roles: ['vet'] })
  const external = createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'no-reply@example.com',
  })
  handlers = createVettingJobs(world.services.worker, external)
})
afterAll(() => Promise.all([world.stop(), sandbox.stop()]))

/** Works off the vetting jobs until none is left or a source asks to come back; answers how often it did. */
async function workOff(most = 12): Promise<number> {
  let put = 0
  for (let round = 0; round < most; round += 1) {
    const jobs = await takeJobs(world.services.worker.db, Object.keys(handlers), 5)
    if (jobs.length === 0) return put
    for (const job of jobs) {
      try {
        await handlers[job.name]?.({ job, holdLease: async () => {} })
        await world.rows(`update jobs set state = 'done' where id = $1`, [job.id])
      } catch (error) {
        if (!(error instanceof TryLater)) throw error
        put += 1
        await world.rows(`update jobs set state = 'waiting' where id = $1`, [job.id])
      }
    }
    await new Promise((resolve) => {
      setTimeout(resolve, 120)
    })
  }
  return put
}

async function layFor(scenario: SandboxPerson['scenario'], place = 0, wish: Partial<CaseWish> = {}) {
  return arrangeCase(world, { step: 'confirmed', ...wish, person: await sandbox.findPerson(scenario, place) })
}

async function codesOf(work: Promise<unknown>): Promise<unknown> {
  const outcome = await work.catch((error: unknown) => error)
  if (outcome instanceof Problem) return outcome.reasons
  throw outcome
}

const request = (ids: readonly string[], kind: 'crime' | 'offence') =>
  requestVetting(world.as(vetter, 'vetting.request'), { applicationIds: [...ids], kind })

const factsOf = async (id: string) =>
  (
    await world.rows('select crime_cleared, offence_cleared, vetting_hit, stage from applications where id = $1', [id])
  )[0]

describe('exchange with the sources (DEC-1, DEC-2)', () => {
  test('clear answers move the case on; a finding is a fact without its content', async () => {
    const clean = await layFor('graduate')
    const found = await layFor('crime-record')
    await request([clean.id, found.id], 'crime')
    await request([clean.id, found.id], 'offence')
    await workOff()
    expect(await factsOf(clean.id)).toEqual({
      crime_cleared: true,
      offence_cleared: true,
      vetting_hit: false,
      stage: 'awaiting-review',
    })
    expect(await factsOf(found.id)).toMatchObject({ crime_cleared: false, vetting_hit: true, stage: 'awaiting-review' })
    const events = await world.rows(
      `select data from application_events where application_id = $1 and kind = 'vetting-recorded'`,
      [found.id],
    )
    expect(events).toHaveLength(2)
    expect(JSON.stringify(events)).not.toContain('hit')
    const listed = await listVettingBatches(world.as(vetter))
    expect(
      listed.batches.map(({ kind, state, count, answered, hits }) => [kind, state, count, answered, hits]),
    ).toEqual([
      ['offence', 'answered', 2, 2, 0],
      ['crime', 'answered', 2, 2, 1],
    ])
    const pending = await listPendingVetting(world.as(vetter), { kind: 'crime' })
    expect(pending.rows.map(({ row }) => row.applicationId)).not.toContain(clean.id)
  })

  test('a source that is down refuses nobody and passes nobody: the batch waits and is asked again (S-154, INT-1)', async () => {
    const item = await layFor('graduate', 1)
    await sandbox.setFault({ authority: 'crime', mode: 'unavailable' })
    await request([item.id], 'crime')
    expect(await workOff(2)).toBeGreaterThan(0)
    expect(await factsOf(item.id)).toMatchObject({ crime_cleared: false, vetting_hit: false, stage: 'vetting' })
    await sandbox.setFault({ authority: null, mode: 'ok' })
    // The circuit of this source opens again by itself; a fresh worker asks at once.
    const external = createAuthorities({
      baseUrls: sandbox.http,
      sharedKey: SANDBOX_KEY,
      smtpUrl: sandbox.smtp,
      mailFrom: 'no-reply@example.com',
    })
    handlers = createVettingJobs(world.services.worker, external)
    await workOff()
    expect(await factsOf(item.id)).toMatchObject({ crime_cleared: true })
  })

  test('an answer about somebody else is no answer (S-151)', async () => {
    const item = await layFor('graduate', 2)
    await sandbox.setFault({ authority: 'crime', mode: 'wrong-person' })
    await request([item.id], 'crime')
    await workOff(4)
    expect(await factsOf(item.id)).toMatchObject({ crime_cleared: false, stage: 'vetting' })
    await sandbox.setFault({ authority: null, mode: 'ok' })
  })

  test('a case that was sent back meanwhile keeps the answer on the request alone', async () => {
    const item = await layFor('graduate', 3)
    await request([item.id], 'offence')
    await world.rows(
      `update applications set confirmation = null, confirmed_at = null, photo_hash = null where id = $1`,
      [item.id],
    )
    await workOff()
    expect(await factsOf(item.id)).toMatchObject({ offence_cleared: false, stage: 'awaiting-confirmation' })
    expect(await world.rows('select state from vetting_requests where application_id = $1', [item.id])).toEqual([
      { state: 'clear' },
    ])
  })
})

describe('what may be asked', () => {
  test('without the separate consent nothing is asked of anybody (S-131)', async () => {
    const [good, bad] = [await layFor('graduate', 4), await layFor('graduate', 5, { withoutOffenceConsent: true })]
    const calls = await sandbox.countCalls('offence')
    expect(await codesOf(request([good.id, bad.id], 'offence'))).toEqual([
      { code: 'vetting.row-without-consent', values: { row: 2 } },
    ])
    await workOff()
    expect(await sandbox.countCalls('offence')).toBe(calls)
    expect(await world.rows('select id from vetting_requests where application_id = $1', [good.id])).toEqual([])
  })

  test('a consent that is gone before the batch leaves stops the sending (S-131)', async () => {
    const item = await layFor('graduate', 6)
    await request([item.id], 'offence')
    await world.rows(`update consents set purpose = 'promise' where application_id = $1`, [item.id])
    const calls = await sandbox.countCalls('offence')
    await workOff()
    expect(await sandbox.countCalls('offence')).toBe(calls)
    expect(await world.rows('select state from vetting_requests where application_id = $1', [item.id])).toEqual([
      { state: 'error' },
    ])
    expect(await factsOf(item.id)).toMatchObject({ offence_cleared: false })
  })

  test('not while one runs, not while one is fresh, not before acceptance, and no case twice', async () => {
    const item = await layFor('graduate', 7)
    await request([item.id], 'crime')
    expect(await codesOf(request([item.id], 'crime'))).toEqual([{ code: 'vetting.row-running', values: { row: 1 } }])
    await workOff()
    expect(await codesOf(request([item.id], 'crime'))).toEqual([{ code: 'vetting.row-fresh', values: { row: 1 } }])
    const early = await layFor('graduate', 8, { step: 'submitted' })
    expect(await codesOf(request([early.id], 'crime'))).toEqual([{ code: 'vetting.row-not-now', values: { row: 1 } }])
    const other = await layFor('graduate', 9)
    expect(await codesOf(request([other.id, other.id], 'crime'))).toEqual([
      { code: 'case.row-repeated', values: { row: 2 } },
    ])
  })

  test('an old answer may be asked for again', async () => {
    const old = { step: 'vetted', answeredAt: '2026-06-01T10:00:00+08:00' } as const
    const item = await layFor('graduate', 10, old)
    const { rows } = await listPendingVetting(world.as(vetter), { kind: 'crime' })
    expect(rows.map(({ row }) => row.applicationId)).toContain(item.id)
    await request([item.id], 'crime')
    await workOff()
    expect(await factsOf(item.id)).toMatchObject({ crime_cleared: true })
  })
})
