import type { PublicPlan } from '@xingtan/contract/plan-calendar'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { HOME, type World, startWorld } from '../../../test/world.ts'
import { getPlanCalendar, getPlanFeed } from './get-calendar.ts'
import { listPlanCalendars } from './list-calendars.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const nobody = () => world.as({ kind: 'nobody' })
const readFeed = async (agencyCode = HOME) =>
  (await getPlanFeed(nobody(), { agencyCode })).bytes.toString('utf8').replaceAll('\r\n ', '')
const uidsOf = (feed: string) => [...feed.matchAll(/^UID:(.+)$/gm)].map(([, uid]) => uid)

describe('公开日程 (PUB-8)', () => {
  test('shows everybody the windows and points of an agency, phases with those they are for', async () => {
    const { agencyName, plans } = await getPlanCalendar(nobody(), { agencyCode: HOME })
    const plan: PublicPlan | undefined = plans[0]
    expect(agencyName).toBe('柯城区教育局')
    expect(plan?.network).toMatchObject([{ who: '所有申请人' }])
    expect(plan?.points.length).toBeGreaterThan(0)
    await world.rows(
      `insert into plan_windows (plan_id, round_id, agency_code, purpose, number, opens_at, closes_at, routes, person_kinds)
       select p.id, p.round_id, p.agency_code, 'network', 1, '2026-10-10', '2026-10-20', '{}', '{graduate}'
       from plans p where p.agency_code = $1`,
      [HOME],
    )
    const phased = await getPlanCalendar(nobody(), { agencyCode: HOME })
    expect(phased.plans[0]?.network).toMatchObject([{ who: '应届毕业生' }])
    await world.rows('delete from plan_windows where agency_code = $1', [HOME])
  })

  test('an agency nobody knows is not found, and one without a plan has none', async () => {
    await expect(getPlanCalendar(nobody(), { agencyCode: '99999' })).rejects.toThrow()
    const [other] = await world.rows(
      `select code from agencies a where level = 'county' and not exists (select 1 from agency_plans p where p.agency_code = a.code) limit 1`,
    )
    const { plans } = await getPlanCalendar(nobody(), { agencyCode: String(other?.['code']) })
    expect(plans).toEqual([])
    expect(uidsOf(await readFeed(String(other?.['code'])))).toEqual([])
  })

  test('lists the agencies of a province by month, edges included once', async () => {
    const list = async (month: string, provinceCode = '330000') =>
      (await listPlanCalendars(nobody(), { provinceCode, month })).rows.map(({ agencyCode }) => agencyCode)
    expect(await list('2026-10')).toContain(HOME)
    expect(await list('2027-06')).toEqual([])
    expect(await list('2026-10', '340000')).not.toContain(HOME)
    await world.rows(
      `update agency_plans set network_opens_at = '2026-10-31T23:00:00+08:00', network_closes_at = '2026-11-01T00:00:00+08:00',
         confirm_opens_at = '2026-12-01T00:00:00+08:00', confirm_closes_at = '2027-01-01T00:00:00+08:00' where agency_code = $1`,
      [HOME],
    )
    expect(await list('2026-10')).toContain(HOME)
    expect(await list('2026-11')).not.toContain(HOME)
    expect(await list('2026-12')).toContain(HOME)
    expect(await list('2027-01')).not.toContain(HOME)
  })
})

describe('the calendar feed of an agency (PUB-8)', () => {
  test('an entry that moves keeps its uid, and uids are all different', async () => {
    const before = await readFeed()
    const uids = uidsOf(before)
    expect(new Set(uids).size).toBe(uids.length)
    expect(uids.length).toBeGreaterThan(1)
    await world.rows(
      `update agency_plans set network_closes_at = network_closes_at + interval '2 days' where agency_code = $1`,
      [HOME],
    )
    const after = await readFeed()
    expect(uidsOf(after)).toEqual(uids)
    expect(after).not.toBe(before)
    expect(after).toMatch(/^DTSTART:\d{8}T\d{6}Z$/m)
  })

  test('a name with separators and line breaks stays inside its line', async () => {
    await world.rows(
      `update points set name = E'一楼; 大厅,\\nEND:VCALENDAR' where agency_code = $1 and code like '%-01'`,
      [HOME],
    )
    const feed = await readFeed()
    expect(feed.match(/^END:VCALENDAR$/gm)).toHaveLength(1)
    expect(feed).toContain('一楼\\; 大厅\\,\\nEND:VCALENDAR')
  })
})
