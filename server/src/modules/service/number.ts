import { randomInt } from 'node:crypto'

/** 受理编号: S, the day and eight random digits; nobody finds another person's by counting on. */
export function newRequestNumber(today: string): string {
  return `S${today.replaceAll('-', '')}${String(randomInt(100_000_000)).padStart(8, '0')}`
}
