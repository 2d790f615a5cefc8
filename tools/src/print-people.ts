import type { DemoPerson } from './seed.ts'

/** The demo people as a table; Chinese characters take two columns of a terminal. */
export function printPeople(people: readonly DemoPerson[]): string {
  const rows = [
    ['谁', '账号', '密码', '可以做什么'],
    ...people.map(({ who, account, password, can }) => [who, account, password, can]),
  ]
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => widthOf(row[column] ?? ''))))
  return rows
    .map((row) => row.map((cell, column) => cell + ' '.repeat(Math.max(0, (widths[column] ?? 0) - widthOf(cell)))))
    .map((row) => row.join('  ').trimEnd())
    .join('\n')
}

function widthOf(text: string): number {
  return Array.from(text).reduce(
    (width, character) => width + (/[\u2E80-\u9FFF\uF900-\uFAFF\uFF01-\uFF60]/.test(character) ? 2 : 1),
    0,
  )
}
