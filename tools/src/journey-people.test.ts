import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { listFiles, REPOSITORY } from './repository.ts'

/** Journeys with a product of their own share nobody with the others. */
const ALONE = new Set(['journeys/appointment.spec.ts', 'journeys/fault.spec.ts'])

/** Places in the list of graduates that a journey names: `'graduate', 13` and `[30, 31].map`. */
function placesIn(text: string): number[] {
  const single = [...text.matchAll(/'graduate', (\d+)/g)].map(([, place]) => Number(place))
  const lists = [...text.matchAll(/(?:of |await Promise\.all\()\[(\d+(?:, \d+)*)\]/g)]
  return [...single, ...lists.flatMap(([, list = '']) => list.split(', ').map(Number))]
}

test('no two journeys of one product take the same graduate', () => {
  const takers = new Map<number, string[]>()
  const specs = listFiles(join(REPOSITORY, 'e2e')).filter((path) => path.endsWith('.spec.ts') && !ALONE.has(path))
  for (const path of specs) {
    for (const place of new Set(placesIn(readFileSync(join(REPOSITORY, 'e2e', path), 'utf8')))) {
      takers.set(place, [...(takers.get(place) ?? []), path])
    }
  }
  expect(takers.size).toBeGreaterThan(15)
  expect([...takers].filter(([, paths]) => paths.length > 1)).toEqual([])
})
