import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY } from './repository.ts'

const ROWS = readFileSync(join(REPOSITORY, 'docs/evidence.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| (?!case |-)/.test(line))
  .map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  )

const numbered = (letter: string, numbers: string) =>
  numbers.split(' ').map((number) => `${letter}-${number.padStart(3, '0')}`)

/** What the offices' work has to prove; none may be left out. */
const CASES = [
  ...numbered('S', '23 29 30 31 32 36 37 38 39 40 41 42 43 50 56 58 59 61 62 63 70 73 74 77 78 82 90 92 94'),
  ...numbered('S', '120 141 143 145 146 152 153'),
  ...numbered('R', '13 19 20 35 43 44 47 50 56'),
  '§23 case 12',
  '§23 case 13',
  '§23 case 22',
  'permissions',
  'state tables',
  'model',
]

test('every case has its row, and no row is about anything else', () => {
  expect(new Set(ROWS.map(([id]) => id))).toEqual(new Set(CASES))
})

test.each(ROWS)('%s: %s', (id = '', shown, file, name) => {
  expect(shown).not.toBe('')
  const path = join(REPOSITORY, /^`([^`]+)`$/.exec(file ?? '')?.[1] ?? 'no file')
  expect(existsSync(path), file).toBe(true)
  const text = readFileSync(path, 'utf8')
  const title = /^“([^”]+)”$/.exec(name ?? '')?.[1] ?? 'no name'
  // As a title: a sentence somewhere in a comment proves nothing.
  expect(text.includes(`'${title}`), title).toBe(true)
  // The case is named by this title or by the one above it.
  const cited = id.startsWith('§23 ') ? id.slice(4) : id
  if (/\d/.test(cited)) expect(text).toMatch(new RegExp(`['\`].*${cited}(?!\\d).*`))
})
