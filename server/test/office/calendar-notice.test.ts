import type { HolidayNotice } from '@xingtan/contract/office/calendar'
import { listStatutoryHolidays } from '@xingtan/domain/calendar-notice'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  approveCalendar,
  getCalendarProposal,
  previewCalendar,
  proposeCalendar,
} from '../../src/modules/calendar/change-calendar.ts'
import { listCalendar } from '../../src/modules/calendar/list-calendar.ts'
import { recountDueDays } from '../../src/modules/calendar/recount-due-days.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { JobRun } from '../../src/platform/jobs.ts'
import { arrangeCase } from '../arrange-case.ts'
import { type World, startWorld } from '../world.ts'
import { codesOf } from '../refusal-codes.ts'

/** 2027: beside the statutory days Monday 4 January off for Saturday 9 January. */
const NOTICE: HolidayNotice = {
  year: '2027',
  holidays: [...listStatutoryHolidays('2027'), '2027-01-02', '2027-01-03', '2027-01-04']
    .filter((day, index, all) => all.indexOf(day) === index)
    .toSorted()
    .map((day) => ({ day, name: '节假日' })),
  workdays: ['2027-01-09'],
}
const GROUNDS = { source: '国务院办公厅通知（演示）', reason: '公布 2027 年放假安排。' }

let world: World
let proposer: OfficerActor
let second: OfficerActor
beforeAll(async () => {
  world = await startWorld()
  proposer = await world.officer({ roles: ['plan'], agencyCode: '00000' })
  second = await world.officer({ roles: ['plan'], agencyCode: '00000' })
})
afterAll(() => world.stop())

const propose = (notice = NOTICE) => proposeCalendar(world.as(proposer, 'calendar.propose'), { notice, ...GROUNDS })

/** An open case whose due day was counted over days nobody had published. */
async function arrangeProvisional(dueOn: string): Promise<string> {
  const { id } = await arrangeCase(world, { step: 'reviewed' })
  await world.rows('update applications set due_on = $2, due_provisional = true where id = $1', [id, dueOn])
  return id
}

async function dueOf(id: string): Promise<unknown> {
  const [row] = await world.rows('select due_on, due_provisional from applications where id = $1', [id])
  return row
}

function run(proposalId: string, holdLease = () => Promise.resolve()): Promise<void> {
  const job = { id: 0, name: 'calendar.recount', payload: { proposalId }, fence: 0, attempts: 1 }
  // The lease of a job that dies is the only part of it a test stands in for.
  return recountDueDays(world.services.worker, { job, holdLease } satisfies JobRun)
}

describe('holiday notice of a year (PLN-3, domain §23 case 1)', () => {
  test('is refused with every defect at once, and to anybody but the nation', async () => {
    const wrong = { ...NOTICE, year: '2028', workdays: ['2027-01-11', '2027-01-11'] }
    const reasons = await codesOf(propose(wrong))
    for (const code of ['calendar.year-not-next', 'calendar.day-listed-twice', 'calendar.workday-not-weekend']) {
      expect(reasons).toContain(code)
    }
    const short = { ...NOTICE, holidays: NOTICE.holidays.filter(({ day }) => day !== '2027-10-01') }
    expect(await codesOf(propose(short))).toEqual(['calendar.holiday-missing'])
    const county = await world.officer({ roles: ['plan'] })
    const foreign = proposeCalendar(world.as(county), { notice: NOTICE, ...GROUNDS })
    expect(await codesOf(foreign)).toEqual(['window.nation-only'])
  })

  test('shows what it would do: working days of each quarter, due days that change, cases that wait', async () => {
    await arrangeProvisional('2027-01-08')
    const preview = await previewCalendar(world.as(proposer), { notice: NOTICE })
    expect(preview.changes).toHaveLength(4)
    expect(preview.effects[0]).toMatch(/现有 1 件/)
    expect((await listCalendar(world.as(second))).nextYear).toBe('2027')
  })

  test('S-056: holds only when a second person agrees; open due days follow it, the same working days granted; once', async () => {
    const moved = await arrangeProvisional('2027-01-08')
    const settled = await arrangeProvisional('2027-01-20')
    const stays = await arrangeCase(world, { step: 'reviewed' })
    const before = await dueOf(stays.id)
    const { proposalId } = await propose()
    const twin = await world.officer({ roles: ['plan'], agencyCode: '00000', personId: proposer.personId })
    expect(await codesOf(approveCalendar(world.as(twin), { proposalId }))).toEqual(['proposal.same-person'])
    expect((await getCalendarProposal(world.as(second), { proposalId })).canDecide).toBe(true)
    await approveCalendar(world.as(second, 'calendar.approve'), { proposalId })

    // Dies in its first transaction, then two run at once, then once more: each case is counted once.
    await expect(run(proposalId, () => Promise.reject(new Error('lease lost')))).rejects.toThrow('lease lost')
    expect(await dueOf(moved)).toEqual({ due_on: '2027-01-08', due_provisional: true })
    await Promise.all([run(proposalId), run(proposalId)])
    await run(proposalId)
    expect(await dueOf(moved)).toEqual({ due_on: '2027-01-09', due_provisional: false })
    expect(await dueOf(settled)).toEqual({ due_on: '2027-01-20', due_provisional: false })
    expect(await dueOf(stays.id)).toEqual(before)
    const { years, nextYear } = await listCalendar(world.as(second))
    expect(nextYear).toBe('2028')
    expect(years[0]).toMatchObject({ year: '2027', source: GROUNDS.source, run: { seen: 3, moved: 2, settled: 3 } })
    expect(years[0]?.run?.finishedAt).not.toBeNull()
    expect(await codesOf(propose())).toContain('calendar.year-not-next')
  })
})
