import { addDays } from './calendar-day.ts'

/**
 * Statutory holidays for years whose notice on days off has not been published: 《全国年节及纪念日放假办法》 as amended
 * in 2024, in force from 2025-01-01. Thirteen days; the days moved by 调休 are not known beforehand, so a result that
 * rests on this file is 暂定.
 */
const SOLAR_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'])

/**
 * 正月初一, 端午 and 中秋 by GB/T 33661. A table and no computation: the Chinese calendar of ICU is a day off in 2027 and
 * 2030, whose new moons fall minutes from midnight. Years outside it know the solar holidays alone.
 */
const LUNAR_DATES: readonly (readonly [newYear: string, dragonBoat: string, midAutumn: string])[] = [
  ['2027-02-06', '2027-06-09', '2027-09-15'],
  ['2028-01-26', '2028-05-28', '2028-10-03'],
  ['2029-02-13', '2029-06-16', '2029-09-22'],
  ['2030-02-03', '2030-06-05', '2030-09-12'],
  ['2031-01-23', '2031-06-24', '2031-10-01'],
  ['2032-02-11', '2032-06-12', '2032-09-19'],
  ['2033-01-31', '2033-06-01', '2033-09-08'],
  ['2034-02-19', '2034-06-20', '2034-09-27'],
  ['2035-02-08', '2035-06-10', '2035-09-16'],
  ['2036-01-28', '2036-05-30', '2036-10-04'],
]

/** 除夕 to 初三, 端午, 中秋. */
const LUNAR_HOLIDAYS: ReadonlySet<string> = new Set(
  LUNAR_DATES.flatMap(([newYear, dragonBoat, midAutumn]) => [
    ...[-1, 0, 1, 2].map((offset) => addDays(newYear, offset)),
    dragonBoat,
    midAutumn,
  ]),
)

/** 清明 by the usual formula of the solar term, right for 2001 to 2099. */
function tombSweepingDay(year: string): string {
  const short = Number(year.slice(2))
  return `${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`
}

/** True on a statutory holiday by the law alone, without the days off moved by the yearly notice. */
export function isStatutoryHoliday(day: string): boolean {
  return SOLAR_HOLIDAYS.has(day.slice(5)) || LUNAR_HOLIDAYS.has(day) || day === tombSweepingDay(day.slice(0, 4))
}
