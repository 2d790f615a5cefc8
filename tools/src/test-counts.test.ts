import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { readPlaywrightCounts, readVitestCounts } from './test-counts.ts'

let file: string

beforeEach(() => {
  file = join(mkdtempSync(join(tmpdir(), 'xingtan-counts-')), 'report.json')
})

afterEach(() => {
  rmSync(join(file, '..'), { recursive: true, force: true })
})

test.each([
  ['a clean run', { numPassedTests: 3, numFailedTests: 0 }, 0, { passed: 3, failed: 0 }],
  ['failed tests', { numPassedTests: 3, numFailedTests: 2 }, 1, { passed: 3, failed: 2 }],
  ['a file that does not load', { numPassedTests: 3, numFailedTests: 0 }, 1, { passed: 3, failed: 1 }],
  ['no test at all', { numPassedTests: 0, numFailedTests: 0 }, 0, { passed: 0, failed: 1 }],
])('reads %s of vitest', (_what, report, code, counts) => {
  writeFileSync(file, JSON.stringify(report))
  expect(readVitestCounts(file, code)).toEqual(counts)
})

test.each([
  ['a clean run', { expected: 2, unexpected: 0, flaky: 0 }, 0, { passed: 2, failed: 0 }],
  ['a test that passed only when repeated', { expected: 2, unexpected: 0, flaky: 1 }, 0, { passed: 2, failed: 1 }],
])('reads %s of Playwright', (_what, stats, code, counts) => {
  writeFileSync(file, JSON.stringify({ stats }))
  expect(readPlaywrightCounts(file, code)).toEqual(counts)
})

test('counts a runner that left no report as failed', () => {
  expect(readVitestCounts(file, 0)).toEqual({ passed: 0, failed: 1 })
  expect(readPlaywrightCounts(file, 0)).toEqual({ passed: 0, failed: 1 })
})
