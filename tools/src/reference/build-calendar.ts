import { readFileSync } from 'node:fs'
import { z } from 'zod'
import type { CalendarYear, WorkingDayCalendar } from '@xingtan/contract/working-day-calendar'

const SourceYear = z.object({
  holidays: z.record(z.iso.date(), z.string()),
  workdays: z.record(z.iso.date(), z.string()),
})

/** Days off and make-up workdays of the years `from` to `to` (inclusive) from the unpacked source package. */
export function buildCalendar(sourceFolder: string, from: number, to: number): WorkingDayCalendar {
  const years: CalendarYear[] = []
  for (let year = from; year <= to; year += 1) {
    const source = SourceYear.parse(JSON.parse(readFileSync(`${sourceFolder}/dist/years/${year}.json`, 'utf8')))
    years.push({
      year: String(year),
      source: `国务院办公厅关于${year}年部分节假日安排的通知（文号依据待核）`,
      holidays: Object.entries(source.holidays)
        .map(([day, text]) => ({ day, name: chineseName(text) }))
        .sort((a, b) => (a.day < b.day ? -1 : 1)),
      workdays: Object.keys(source.workdays).sort(),
    })
  }
  return { coverage: { from: String(from), to: String(to) }, years }
}

/** The source writes `English,中文,length`. */
function chineseName(text: string): string {
  const name = text.split(',')[1]
  if (name === undefined || name === '') throw new Error(`holiday without a Chinese name: ${text}`)
  return name
}
