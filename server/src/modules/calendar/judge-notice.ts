import type { HolidayNotice } from '@xingtan/contract/office/calendar'
import type { Preview } from '@xingtan/contract/office/proposal'
import type { Refusal } from '@xingtan/contract/problem'
import { listStatutoryHolidays, refuseMissingHolidays, refuseNotice, withNotice } from '@xingtan/domain/calendar-notice'
import { addWorkingDays, countWorkingDays } from '@xingtan/domain/working-day'
import type { Tx } from '../../platform/db.ts'
import { loadCalendar } from './load-calendar.ts'
import { countProvisional } from './sql-run.ts'

const toYear = (notice: HolidayNotice) => ({ ...notice, source: '-' })

/** Why a notice cannot be entered now; every defect at once. */
export async function refuseHolidayNotice(tx: Tx, notice: HolidayNotice): Promise<Refusal[]> {
  const calendar = await loadCalendar(tx)
  return [...refuseNotice(calendar, toYear(notice)), ...refuseMissingHolidays(toYear(notice))].map(
    ({ code, ...values }) => ({ code, field: code === 'calendar.year-not-next' ? 'year' : 'holidays', values }),
  )
}

/** What the notice says, line by line. */
export function toNoticeFacts({ year, holidays, workdays }: HolidayNotice): { term: string; value: string }[] {
  const names = [...new Set(holidays.map(({ name }) => name))]
  return [
    { term: '年度', value: year },
    ...names.map((name) => ({
      term: name,
      value: holidays
        .filter((holiday) => holiday.name === name)
        .map(({ day }) => day)
        .join('、'),
    })),
    { term: '调休上班', value: workdays.length === 0 ? '无' : workdays.join('、') },
  ]
}

/** Working days of each quarter before and after, and how many open cases have a due day that is 暂定. */
export async function previewNotice(tx: Tx, notice: HolidayNotice): Promise<Preview> {
  const before = await loadCalendar(tx)
  const after = withNotice(before, toYear(notice))
  const { year } = notice
  const quarters = [
    ['第一季度', `${year}-01-01`, `${year}-03-31`],
    ['第二季度', `${year}-04-01`, `${year}-06-30`],
    ['第三季度', `${year}-07-01`, `${year}-09-30`],
    ['第四季度', `${year}-10-01`, `${year}-12-31`],
  ] as const
  const changes = quarters.map(([title, from, to]) => ({
    title: `${year}年${title}工作日`,
    before: `${countWorkingDays(before, from, to).count} 天（暂定）`,
    after: `${countWorkingDays(after, from, to).count} 天`,
  }))
  const verdicts = listStatutoryHolidays(year)
    .filter((day, index, all) => index === 0 || day.slice(0, 7) !== all[index - 1]?.slice(0, 7))
    .map((day) => ({
      situation: `确认在 ${day} 结束，三十个工作日内作出结论`,
      before: `${addWorkingDays(before, day, 30).day}（暂定）`,
      after: addWorkingDays(after, day, 30).day,
    }))
    .filter((line) => !line.before.startsWith(line.after))
  const count = await countProvisional(tx)
  return {
    changes,
    verdicts,
    effects: [
      `现有 ${count} 件未办结的申请办理期限为暂定，批准后按这份通知重新计算，工作日天数不变。`,
      '已办结的申请和已经过去的日期不受影响。',
    ],
  }
}
