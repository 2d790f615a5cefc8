import { expect, test } from 'vitest'
import { findSourceViolations } from './source-rules.ts'

test.each([
  ['new Date()', 'domain/src/a.ts', 'export const a = new Date()'],
  ['Date.now()', 'server/src/modules/case/a.ts', 'export const a = Date.now()'],
  ['Date()', 'portal/src/a.tsx', 'export const a = Date()'],
  ['Temporal.Now', 'server/src/platform/jobs.ts', 'export const a = Temporal.Now.instant()'],
  ['process.env', 'server/src/app.ts', `export const a = process.env['A']`],
  ['node:process', 'sandbox/src/main.ts', `import { env } from 'node:process'`],
  ['as without a reason', 'ui/src/a.ts', 'export const a = JSON.parse(text) as string'],
  ['a lint rule switched off silently', 'ui/src/a.ts', '// oxlint-disable-next-line no-console'],
  ['a destructured process', 'server/src/main.ts', 'const { env } = process'],
])('finds %s in %s', (_what, path, source) => {
  expect(findSourceViolations(path, `\n${source}\n`)).toEqual([expect.stringContaining(`${path}:2 `)])
})

test.each([
  ['the clock module', 'server/src/platform/clock.ts', 'export const a = new Date()'],
  ['a given instant', 'domain/src/a.ts', `export const a = new Date('2026-10-12T00:00:00Z')`],
  ['a test', 'server/src/a.test.ts', 'export const a = Date.now()'],
  ['the configuration', 'server/src/config.ts', 'export const a = process.env'],
  ['as with a reason above', 'ui/src/a.ts', '// The server wrote it.\nexport const a = JSON.parse(text) as string'],
  ['as const', 'ui/src/a.ts', 'export const a = [1] as const'],
  ['a lint rule switched off for a reason', 'ui/src/a.ts', '// oxlint-disable-next-line no-console -- a command'],
  ['a lint rule switched off below its reason', 'ui/src/a.ts', '// A command.\n// oxlint-disable-next-line no-console'],
  ['a mention in words', 'domain/src/a.ts', '// never new Date()\nexport const a = "process.env"'],
])('lets %s pass', (_what, path, source) => {
  expect(findSourceViolations(path, source)).toEqual([])
})
