import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { findBrowser } from './browser.ts'
import { buildSites } from './build-sites.ts'
import { PlainError } from './plain-error.ts'
import { REPOSITORY } from './repository.ts'
import type { ProgramResult } from './run-program.ts'
import { runScript } from './run-program.ts'

const CONFIG = 'e2e/playwright.config.ts'

/** Runs the browser journeys of `e2e/` on freshly built sites; a JSON report goes to the named file. */
export async function runJourneys(
  args: readonly string[],
  { report, log }: { readonly report: string; readonly log: (line: string) => void },
): Promise<ProgramResult> {
  if (!existsSync(join(REPOSITORY, CONFIG))) {
    throw new PlainError(`没有找到 ${CONFIG}，浏览器测试无法运行。`, `${CONFIG} is missing.`)
  }
  const browser = await findBrowser(log)
  await buildSites(log)
  return runScript('node_modules/@playwright/test/cli.js', ['test', '-c', CONFIG, '--reporter=list,json', ...args], {
    outputs: 'show',
    env: { CHROMIUM: browser, PLAYWRIGHT_JSON_OUTPUT_FILE: report, PLAYWRIGHT_JSON_OUTPUT_NAME: report },
    timeoutMs: 30 * 60_000,
  })
}
