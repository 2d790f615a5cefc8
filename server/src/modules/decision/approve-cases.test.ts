import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { Problem } from '../../platform/problem.ts'
import { approveCases } from './approve-cases.ts'

let world: World
let approver: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  approver = await world.officer({ roles: ['approve'] })
})
afterAll(() => world.stop())

const approveMany = (cases: readonly Pick<ArrangedCase, 'id' | 'version'>[], dryRun = false) =>
  approveCases(world.as(approver, 'decision.approve-many'), {
    cases: cases.map(({ id, version }) => ({ applicationId: id, version })),
    dryRun,
  })

const counts = async () =>
  world.rows(
    `select (select count(*)::int from certificates) as certificates, (select count(*)::int from decisions) as decisions,
       (select count(*)::int from restriction_checks) as checks, (select count(*)::int from audit_events) as events`,
  )

describe('approving many', () => {
  test('a dry run says what would happen and writes nothing', async () => {
    const cases = [await arrangeCase(world, { step: 'reviewed' }), await arrangeCase(world, { step: 'confirmed' })]
    const before = await counts()
    const { results } = await approveMany(cases, true)
    expect(results.map(({ outcome }) => outcome)).toEqual(['would-approve', 'refused'])
    expect(await counts()).toEqual(before)
  })

  test('a refused row does not stop the others; numbers follow the order of the list', async () => {
    const cases = [
      await arrangeCase(world, { step: 'reviewed' }),
      await arrangeCase(world, { step: 'confirmed' }),
      await arrangeCase(world, { step: 'reviewed' }),
    ]
    const { results } = await approveMany(cases)
    expect(results.map(({ outcome }) => outcome)).toEqual(['approved', 'refused', 'approved'])
    expect(results.map(({ applicationId }) => applicationId)).toEqual(cases.map(({ id }) => id))
    const [first, , last] = results
    expect(Number(last?.number?.slice(11))).toBe(Number(first?.number?.slice(11)) + 1)
    expect(results[1]?.sentence).toContain('还没有审核')
    const events = await world.rows(
      `select object_id, outcome from audit_events where event = 'decision.approve-many' and object_id = any($1) order by outcome`,
      [cases.map(({ id }) => id)],
    )
    expect(events.map((row) => row['outcome'])).toEqual(['done', 'done', 'refused'])
  })

  test('one foreign row refuses the whole batch and is named by its place alone (S-060)', async () => {
    const [own, second] = [
      await arrangeCase(world, { step: 'reviewed' }),
      await arrangeCase(world, { step: 'reviewed' }),
    ]
    const foreign = await arrangeCase(world, { step: 'reviewed', agencyCode: '33076' })
    const before = await counts()
    const failure = await approveMany([own, second, foreign]).catch((error: unknown) => error)
    if (!(failure instanceof Problem)) throw failure
    expect(failure.reasons).toEqual([{ code: 'case.row-not-found', values: { row: 3 } }])
    const unknown = await approveMany([own, second, { id: randomUUID(), version: 1 }]).catch((error: unknown) => error)
    expect(unknown).toMatchObject({ reasons: failure.reasons })
    expect(await counts()).toEqual(before)
  })

  test('two cases of one person: the first is recognised, the second refused by the year (domain §3)', async () => {
    const first = await arrangeCase(world, { step: 'reviewed' })
    await world.rows(
      `with r as (insert into rounds (id, name, opens_at, closes_at) values (gen_random_uuid(), $1, '2026-01-01', '2026-02-01') returning id)
       update applications set round_id = (select id from r) where id = $1::uuid`,
      [first.id],
    )
    const second = await arrangeCase(world, { step: 'reviewed', personIndex: first.personIndex })
    const third = await arrangeCase(world, { step: 'reviewed' })
    const { results } = await approveMany([first, second, third])
    expect(results.map(({ outcome }) => outcome)).toEqual(['approved', 'refused', 'approved'])
    expect(results[1]?.sentence).toContain('同一自然年度内只能认定一种')
    const rows = await world.rows('select serial from certificates order by serial')
    expect(rows.map((row) => row['serial'])).toEqual(rows.map((_row, index) => index + 1))
  })

  test('bulk approvals of two agencies at once do not wait for each other in a ring', async () => {
    const other = await world.officer({ roles: ['approve'], agencyCode: '33076' })
    const own: ArrangedCase[] = []
    const foreign: ArrangedCase[] = []
    for (let index = 0; index < 60; index += 1) {
      own.push(await arrangeCase(world, { step: 'reviewed' }))
      foreign.push(await arrangeCase(world, { step: 'reviewed', agencyCode: '33076' }))
    }
    const before = await world.rows('select deadlocks from pg_stat_database where datname = current_database()')
    const input = (cases: readonly ArrangedCase[]) => ({
      cases: cases.map(({ id, version }) => ({ applicationId: id, version })),
      dryRun: false,
    })
    const done = await Promise.all([
      approveCases(world.as(approver), input(own)),
      approveCases(world.as(other), input(foreign)),
    ])
    expect(done.flatMap(({ results }) => results).every(({ outcome }) => outcome === 'approved')).toBe(true)
    expect(await world.rows('select deadlocks from pg_stat_database where datname = current_database()')).toEqual(
      before,
    )
  })
})
