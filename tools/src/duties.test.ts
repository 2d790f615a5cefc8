import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { REPOSITORY, listSources } from './repository.ts'

const ROWS = readFileSync(join(REPOSITORY, 'docs/duties.md'), 'utf8')
  .split('\n')
  .filter((line) => /^\| 00[0-3] /.test(line))
  .map((line) =>
    line
      .slice(1, line.lastIndexOf('|'))
      .split('|')
      .map((cell) => cell.trim()),
  )
const SOURCES = listSources(REPOSITORY)
/** Duties that a later part of the product meets say so in both cells. */
const isLater = (cell: string) => cell.startsWith('later: ')

test.each(ROWS)('%s: %s', (seed, duty, page, proof = '') => {
  for (const cell of [seed, duty, page, proof]) expect(cell).not.toBe('')
  expect(isLater(page ?? '')).toBe(isLater(proof))
  if (isLater(proof)) return
  const paths = [...proof.matchAll(/`([^`]+\.tsx?)`/g)].map(([, path]) => path ?? '')
  expect(paths).not.toEqual([])
  const texts = paths.flatMap((path) => {
    const found = SOURCES.filter((source) => source === path || source.endsWith(`/${path}`))
    expect(found, path).not.toEqual([])
    return found.map((source) => readFileSync(join(REPOSITORY, source), 'utf8'))
  })
  // A test may be named by the beginning of its name, or by pieces of it with … between them.
  const names = [...proof.matchAll(/[“「]([^”」]+)[”」]/g)].flatMap(([, name]) => (name ?? '').split('…'))
  for (const name of names) expect(texts.join('\n')).toContain(name)
})

test('every notice has its rows', () => {
  expect(new Set(ROWS.map(([seed]) => seed?.slice(0, 3)))).toEqual(new Set(['000', '001', '002', '003']))
})
