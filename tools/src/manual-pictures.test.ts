import { readFileSync, readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { MANUALS, PICTURES, createPageCheck, listNamedPictures } from './manual-names.ts'

const NAMED = listNamedPictures()
const FILES = readdirSync(PICTURES)
const LARGEST_BYTES = 80_000
const LARGEST_SUM_BYTES = 5_000_000

test('every picture that a manual shows is there, and every picture is shown by a manual', () => {
  expect(FILES.toSorted()).toEqual([...new Set(NAMED.map(({ file }) => file))].toSorted())
})

test('every picture is of a page that a journey looks at', () => {
  const isLookedAt = createPageCheck()
  expect(NAMED.filter(({ page }) => !isLookedAt(page)).map(({ page }) => page)).toEqual([])
  expect(isLookedAt('office-no-such-page')).toBe(false)
})

test('pictures stay small enough to be kept with the text', () => {
  const sizes = FILES.map((file) => ({ file, bytes: statSync(join(PICTURES, file)).size }))
  expect(sizes.filter(({ bytes }) => bytes > LARGEST_BYTES)).toEqual([])
  expect(sizes.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThan(LARGEST_SUM_BYTES)
})

test.each(readdirSync(MANUALS).filter((name) => name.endsWith('.md') && name !== 'README.md'))(
  '%s shows pictures, says in words what each one shows, and stands in the table of contents',
  (manual) => {
    const text = readFileSync(join(MANUALS, manual), 'utf8')
    const titles = [...text.matchAll(/!\[([^\]]*)\]\(pictures\//g)].map(([, title]) => title ?? '')
    expect(titles.length).toBeGreaterThan(0)
    expect(titles.filter((title) => title.trim() === '')).toEqual([])
    expect(readFileSync(join(MANUALS, 'README.md'), 'utf8')).toContain(`(${manual})`)
  },
)
