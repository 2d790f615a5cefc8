import { randomUUID } from 'node:crypto'
import type { AnyEndpoint } from '@xingtan/contract/endpoint'
import { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import { approveCaseEndpoint, confirmCaseEndpoint, getCaseEndpoint } from '@xingtan/contract/office/case'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type World, startWorld } from '../../../test/world.ts'
import { Problem } from '../../platform/problem.ts'
import { guardFunctions, listNationalWindows, listShutIntervals } from './index.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())
beforeEach(async () => {
  await world.admin.query('delete from closures')
  await world.admin.query('delete from function_switches')
  await world.moveClock('2026-10-12T10:00:00+08:00')
})

/** Runs a route of this endpoint behind the guard; the use case itself does nothing but write. */
async function run(endpoint: AnyEndpoint, key: string = randomUUID()): Promise<'done' | Problem> {
  const officer = await world.officer({ roles: ['confirm'], pointId: world.points.home })
  const [binding] = guardFunctions([
    { endpoint, handle: (ctx) => ctx.command(async () => Promise.resolve({ done: true })) },
  ])
  const wire = { file: undefined, setSession: () => {}, clearSession: () => {} }
  try {
    await binding?.handle(world.as(officer, endpoint.name, key), {}, wire)
    return 'done'
  } catch (error) {
    if (error instanceof Problem) return error
    throw error
  }
}

const lay = (table: 'closures' | 'function_switches', from: Date, to: Date, switched?: string) =>
  world.admin.query(
    table === 'closures'
      ? `insert into closures (id, opens_at, closes_at, sentence) values ($1, $2, $3, '系统维护期间暂停办理。')`
      : `insert into function_switches (id, opens_at, closes_at, sentence, function) values ($1, $2, $3, '这项功能暂停使用。', '${switched ?? ''}')`,
    [randomUUID(), from, to],
  )

describe('S-078: in maintenance the desk waits, everything else goes on', () => {
  const opens = shanghaiInstant('2027-06-01', '00:00')
  const closes = shanghaiInstant('2027-06-07', '24:00')

  test('确认 is answered 503 with the reopening instant from 06-01 0:00 to the end of 06-07, and by itself again after', async () => {
    await lay('closures', opens, closes)
    await world.moveClock('2027-05-31T23:59:58+08:00')
    expect(await run(confirmCaseEndpoint)).toBe('done')
    await world.moveClock('2027-06-01T00:00:00+08:00')
    const refused = await run(confirmCaseEndpoint)
    if (refused === 'done') throw new Error('it was open')
    expect(refused.reasons[0]).toMatchObject({
      code: 'window.function-shut',
      values: { sentence: '系统维护期间暂停办理。', reopensAt: '2027年6月8日 00:00' },
    })
    expect(refused.retryAfterSeconds).toBeGreaterThan(7 * 86_400 - 5)
    expect(refused.retryAfterSeconds).toBeLessThanOrEqual(7 * 86_400)
    // Agency users go on while no switch says otherwise, and so do reading and verification.
    for (const endpoint of [approveCaseEndpoint, getCaseEndpoint, queryCertificateEndpoint]) {
      expect(await run(endpoint)).toBe('done')
    }
    await world.moveClock('2027-06-07T23:59:57+08:00')
    expect(await run(confirmCaseEndpoint)).toBeInstanceOf(Problem)
    await world.moveClock('2027-06-08T00:00:00+08:00')
    expect(await run(confirmCaseEndpoint)).toBe('done')
  })

  test('what was done before is answered again with its key, not refused (R-001)', async () => {
    const officer = await world.officer({ roles: ['confirm'], pointId: world.points.home })
    const [binding] = guardFunctions([
      {
        endpoint: confirmCaseEndpoint,
        handle: (ctx) => ctx.command(async () => Promise.resolve({ at: randomUUID() })),
      },
    ])
    const wire = { file: undefined, setSession: () => {}, clearSession: () => {} }
    const key = randomUUID()
    const first = await binding?.handle(world.as(officer, 'confirmation.confirm', key), {}, wire)
    await lay('closures', new Date('2026-10-01'), new Date('2026-11-01'))
    expect(await binding?.handle(world.as(officer, 'confirmation.confirm', key), {}, wire)).toEqual(first)
  })
})

describe('each function has a switch of its own (PUB-7)', () => {
  test.each([
    ['conclude', approveCaseEndpoint, confirmCaseEndpoint],
    ['certificate-query', queryCertificateEndpoint, approveCaseEndpoint],
    ['confirm', confirmCaseEndpoint, queryCertificateEndpoint],
  ] as const)('%s is shut alone', async (switched, shut, open) => {
    await lay('function_switches', new Date('2026-10-12T01:00:00Z'), new Date('2026-10-12T03:00:00Z'), switched)
    expect(await run(shut)).toBeInstanceOf(Problem)
    expect(await run(open)).toBe('done')
    await world.moveClock('2026-10-12T11:00:00+08:00')
    expect(await run(shut)).toBe('done')
  })
})

describe('the windows a province plans in (PLN-1, domain §8.4)', () => {
  test('an extension order lengthens them for its province alone, and intervals of 网报 hold both kinds', async () => {
    await lay('closures', new Date('2026-12-01'), new Date('2026-12-02'))
    await lay('function_switches', new Date('2026-11-01'), new Date('2026-11-02'), 'submit')
    const nation = await world.officer({ roles: ['plan'], agencyCode: '00000' })
    const [proposal] = await world.rows(
      `insert into proposals (id, kind, scope, subject, body, source, reason, agency_code, proposed_by, proposed_person_id, proposed_at)
       values (gen_random_uuid(), 'extension', 'nation', 'extension:x', '{}', '依据待核', '疫情', '00000', $1, $2, now()) returning id`,
      [nation.userId, nation.personId],
    )
    await world.admin.query(
      `insert into window_extensions (id, round_id, province_code, closes_at, number, signer, reason, proposal_id)
       values (gen_random_uuid(), $1, '330000', '2027-03-01T00:00:00+08:00', '演示〔2026〕1号', '演示', '演示', $2)`,
      [world.roundId, proposal?.['id']],
    )
    const listFor = (code: string | null) =>
      world.services.public.db.transaction({}, (tx) => listNationalWindows(tx, code))
    const [own] = await listFor('330000')
    const [other] = await listFor('340000')
    expect(own).toMatchObject({
      kind: 'recognition',
      closesAt: new Date('2027-02-28T16:00:00Z'),
      extendedBy: '演示〔2026〕1号',
    })
    expect(other?.extendedBy).toBeNull()
    expect(other?.closesAt).toEqual((await listFor(null))[0]?.closesAt)
    const shut = await world.services.public.db.transaction({}, (tx) => listShutIntervals(tx, 'submit'))
    expect(shut.map(({ reason }) => reason)).toEqual(['这项功能暂停使用。', '系统维护期间暂停办理。'])
  })
})
