import { writeFileSync } from 'node:fs'

/** Writes a JSON array with one row a line, so that a change of one row is a change of one line in review. */
export function writeRows(path: string, rows: readonly object[]): void {
  const lines = rows.map((row) => `  ${spaced(row)}`)
  writeFileSync(path, `[\n${lines.join(',\n')}\n]\n`)
}

/** `{ "code": "330802", "types": [1, 2] }`: compact, with a space where one reads better. */
export function spaced(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(spaced).join(', ')}]`
  if (typeof value !== 'object' || value === null) return JSON.stringify(value)
  const fields = Object.entries(value).map(([key, field]) => `${JSON.stringify(key)}: ${spaced(field)}`)
  return `{ ${fields.join(', ')} }`
}
