import { existsSync, readFileSync } from 'node:fs'
import { z } from 'zod'

export interface TestCounts {
  readonly passed: number
  readonly failed: number
}

const VitestReport = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
})
const PlaywrightReport = z.object({
  stats: z.object({ expected: z.number(), unexpected: z.number(), flaky: z.number() }),
})

/** The counts in the JSON report of vitest. A run that failed without a failed test counts as one failure. */
export function readVitestCounts(file: string, code: number): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const report = VitestReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return settle({ passed: report.numPassedTests, failed: report.numFailedTests }, code)
}

/** The counts in the JSON report of Playwright. A test that passed only when repeated has failed. */
export function readPlaywrightCounts(file: string, code: number): TestCounts {
  if (!existsSync(file)) return { passed: 0, failed: 1 }
  const { stats } = PlaywrightReport.parse(JSON.parse(readFileSync(file, 'utf8')))
  return settle({ passed: stats.expected, failed: stats.unexpected + stats.flaky }, code)
}

function settle(counts: TestCounts, code: number): TestCounts {
  // No test at all is a failure too: a runner that sees nothing must not report success.
  const isSilentFailure = counts.failed === 0 && (code !== 0 || counts.passed === 0)
  return isSilentFailure ? { ...counts, failed: 1 } : counts
}
