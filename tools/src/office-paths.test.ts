import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { OFFICE_PATHS } from '@xingtan/domain/content-check'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..', '..')

/** First steps of the addresses of a site, as its route files write them. */
function firstSteps(...files: string[]): Set<string> {
  const text = files.map((file) => readFileSync(join(ROOT, file), 'utf8')).join('\n')
  return new Set([...text.matchAll(/['`]\/?([a-z][a-z-]*)(?=[/'`$])/g)].map(([, step = '']) => step))
}

test('the paths that no public text may name are those of the office and none of the portal (S-040)', () => {
  const routes = readdirSync(join(ROOT, 'office/src/routes')).map((name) => `office/src/routes/${name}`)
  const office = firstSteps('office/src/router.tsx', ...routes)
  const portal = firstSteps('portal/src/paths.ts')
  expect(OFFICE_PATHS.filter((path) => !office.has(path))).toEqual([])
  expect(OFFICE_PATHS.filter((path) => portal.has(path))).toEqual([])
})
