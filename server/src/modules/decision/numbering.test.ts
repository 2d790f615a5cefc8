import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type ArrangedCase, arrangeCase } from '../../../test/arrange-case.ts'
import { type World, startWorld } from '../../../test/world.ts'
import type { OfficerActor } from '../../platform/actor.ts'
import { Problem } from '../../platform/problem.ts'
import { lockCases } from '../case/index.ts'
import { approveCase } from './approve-case.ts'
import { concludeApprovals } from './conclude-approvals.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
beforeEach(async () => {
  await world.moveClock('2026-10-12T10:00:00+08:00')
})
afterAll(() => world.stop())

async function layCases(count: number): Promise<ArrangedCase[]> {
  const cases: ArrangedCase[] = []
  for (let index = 0; index < count; index += 1) cases.push(await arrangeCase(world, { step: 'reviewed' }))
  return cases
}

const approve = (actor: OfficerActor, { id, version }: ArrangedCase) =>
  approveCase(world.as(actor, 'decision.approve'), { applicationId: id, version })

/** Serials of the home agency and a year, in order; the counter beside them. */
async function serials(year = 2026): Promise<{ taken: number[]; last: number }> {
  const rows = await world.rows('select serial from certificates where year = $1 order by serial', [year])
  const [counter] = await world.rows('select last_serial from certificate_serials where year = $1', [year])
  return { taken: rows.map((row) => Number(row['serial'])), last: Number(counter?.['last_serial'] ?? 0) }
}

async function expectNoGap(year = 2026): Promise<number> {
  const { taken, last } = await serials(year)
  expect(taken).toEqual(Array.from({ length: taken.length }, (_one, index) => index + 1))
  expect(last).toBe(taken.length)
  return last
}

describe('serials of one agency and year', () => {
  test('twenty officers approving in parallel get unique numbers without a gap (S-067, R-020)', async () => {
    const officers = await Promise.all(Array.from({ length: 20 }, () => world.officer({ roles: ['approve'] })))
    const cases = await layCases(100)
    const before = (await serials()).taken.length
    const numbers = await Promise.all(
      officers.map(async (officer, lane) => {
        const own: string[] = []
        for (const item of cases.filter((_one, index) => index % officers.length === lane)) {
          own.push((await approve(officer, item)).number)
        }
        return own
      }),
    )
    expect(new Set(numbers.flat()).size).toBe(100)
    expect(await expectNoGap()).toBe(before + 100)
  })

  test('two approvers on the same cases recognise each once (S-067)', async () => {
    const cases = await layCases(20)
    const two = [await world.officer({ roles: ['approve'] }), await world.officer({ roles: ['approve'] })]
    const before = (await serials()).taken.length
    const outcomes = await Promise.allSettled(two.flatMap((officer) => cases.map((item) => approve(officer, item))))
    const refused = outcomes.filter((one) => one.status === 'rejected')
    expect(refused).toHaveLength(20)
    expect(refused.every((one) => one.reason instanceof Problem)).toBe(true)
    expect(await expectNoGap()).toBe(before + 20)
  })

  test('three approved and the middle one rolled back leaves no gap (domain §23 case 20, R-028, R-002)', async () => {
    const officer = await world.officer({ roles: ['approve'] })
    const [first, middle, last] = await layCases(3)
    if (first === undefined || middle === undefined || last === undefined) throw new Error('three cases')
    const one = await approve(officer, first)
    let shown: string | undefined
    const broken = world.as(officer, 'decision.approve').command(async (tx) => {
      const wanted = [{ applicationId: middle.id, version: middle.version }]
      const records = await lockCases(tx, [middle.id])
      const [concluded] = await concludeApprovals(world.as(officer), tx, officer, { wanted, records })
      expect(concluded?.kind).toBe('approved')
      // The process ends between the allocation and COMMIT.
      throw new Error('killed')
    })
    await expect(broken.then(() => (shown = 'shown'))).rejects.toThrow('killed')
    expect(shown).toBeUndefined()
    const two = await approve(officer, last)
    expect(Number(two.number.slice(11))).toBe(Number(one.number.slice(11)) + 1)
    await expectNoGap()
    const [row] = await world.rows('select status from applications where id = $1', [middle.id])
    expect(row).toEqual({ status: 'awaiting-approval' })
  })

  test('a connection cut before COMMIT uses up no number (R-028)', async () => {
    const officer = await world.officer({ roles: ['approve'] })
    const [item] = await layCases(1)
    if (item === undefined) throw new Error('one case')
    const before = await serials()
    const cut = world.as(officer, 'decision.approve').command(async (tx) => {
      const wanted = [{ applicationId: item.id, version: item.version }]
      const records = await lockCases(tx, [item.id])
      await concludeApprovals(world.as(officer), tx, officer, { wanted, records })
      await world.rows(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = 'office_face' and state = 'idle in transaction'`,
      )
      return {}
    })
    await expect(cut).rejects.toThrow()
    expect(await serials()).toEqual(before)
    expect((await approve(officer, item)).number).toMatch(/^\d{17}$/)
    await expectNoGap()
  })

  test('stops after 999999 and never wraps (S-068)', async () => {
    const officer = await world.officer({ roles: ['approve'], agencyCode: '33076' })
    await world.rows(`insert into certificate_serials values ('33076', 2026, 999998)`)
    const last = await arrangeCase(world, { step: 'reviewed', agencyCode: '33076' })
    expect((await approve(officer, last)).number).toMatch(/999999$/)
    const over = await arrangeCase(world, { step: 'reviewed', agencyCode: '33076' })
    await expect(approve(officer, over)).rejects.toThrow('certificate.serial-exhausted')
    expect(await world.rows(`select last_serial from certificate_serials where agency_code = '33076'`)).toEqual([
      { last_serial: 999_999 },
    ])
    await world.rows(`delete from certificates where agency_code = '33076'`)
  })

  test('the year is that of the decision in Shanghai; the next one starts at 1 (R-050)', async () => {
    const officer = await world.officer({ roles: ['approve'] })
    const cases = [
      await arrangeCase(world, { step: 'reviewed', answeredAt: '2026-12-20T10:00:00+08:00', examinedOn: '2026-12-20' }),
      await arrangeCase(world, { step: 'reviewed', answeredAt: '2026-12-20T10:00:00+08:00', examinedOn: '2026-12-20' }),
    ]
    await world.moveClock('2026-12-31T23:59:50+08:00')
    const [old, fresh] = cases
    if (old === undefined || fresh === undefined) throw new Error('two cases')
    expect((await approve(officer, old)).number).toMatch(/^2026/)
    await world.moveClock('2027-01-01T00:00:01+08:00')
    expect((await approve(officer, fresh)).number).toMatch(/^20273307522000001$/)
    const [row] = await world.rows(
      'select recognition_year, c.issued_on::text from applications a join certificates c on c.application_id = a.id where a.id = $1',
      [fresh.id],
    )
    expect(row).toEqual({ recognition_year: 2027, issued_on: '2027-01-01' })
  })
})
