import { shanghaiDay, shanghaiTime } from './shanghai-time.ts'

/** `2026年9月14日` */
export function readableDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number)
  return `${year}年${month}月${date}日`
}

/** `2026年9月14日 17:00` in Asia/Shanghai. */
export function readableMinute(instant: Date): string {
  return `${readableDay(shanghaiDay(instant))} ${shanghaiTime(instant)}`
}
