import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildSites } from './build-sites.ts'
import { check } from './check.ts'
import { describeFailure, runCommand } from './run-command.ts'
import { runJourneys } from './run-journeys.ts'
import { runScript } from './run-program.ts'
import type { TestCounts } from './test-counts.ts'
import { readPlaywrightCounts, readVitestCounts } from './test-counts.ts'

const MINUTE_MS = 60_000

interface Step {
  readonly title: string
  readonly run: (folder: string) => Promise<TestCounts>
}

/** Cheapest first; the first step that fails ends the run. */
const STEPS: readonly Step[] = [
  { title: '检查：格式、规范、类型、边界、无用代码', run: () => check() },
  { title: '测试：契约与法规规则', run: vitest('domain', 5) },
  // The faces serve the built sites, so their tests need them.
  { title: '构建：门户与业务端', run: build },
  { title: '测试：服务端(PostgreSQL)', run: vitest('server', 20) },
  { title: '测试：沙箱、工具、界面', run: vitest(['sandbox', 'tools', 'ui'], 15) },
  { title: '迁移：从零建库与 server/schema.sql 一致', run: vitest('migrations', 5) },
  { title: '浏览器：全流程，随后核对不变量', run: journeys },
]

/** `npm test`: everything a change has to pass. The last line is always `N passed, N failed`. */
await runCommand(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-report-'))
  let [passed, failed] = [0, 0]
  try {
    for (const { title, run } of STEPS) {
      console.log(`\n━━ ${title}`)
      const startedAt = performance.now()
      const counts = await run(folder).catch(countCrash)
      passed += counts.passed
      failed += counts.failed
      const seconds = ((performance.now() - startedAt) / 1000).toFixed(1)
      console.log(`   ${counts.passed} passed, ${counts.failed} failed (${seconds} s)`)
      if (counts.failed > 0) break
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
  if (failed > 0) process.exitCode = 1
  console.log(`\n${passed} passed, ${failed} failed`)
})

function countCrash(error: unknown): TestCounts {
  console.error(describeFailure(error))
  return { passed: 0, failed: 1 }
}

function vitest(projects: string | readonly string[], minutes: number): (folder: string) => Promise<TestCounts> {
  return async (folder) => {
    const report = join(folder, 'vitest.json')
    rmSync(report, { force: true })
    const chosen = [projects].flat().flatMap((project) => ['--project', project])
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const { code } = await runScript('node_modules/vitest/vitest.mjs', ['run', ...chosen, ...reporters], {
      outputs: 'show',
      timeoutMs: minutes * MINUTE_MS,
    })
    return readVitestCounts(report, code)
  }
}

async function build(): Promise<TestCounts> {
  await buildSites((line) => console.log(line))
  return { passed: 1, failed: 0 }
}

async function journeys(folder: string): Promise<TestCounts> {
  const report = join(folder, 'journeys.json')
  const { code } = await runJourneys([], { report, log: (line) => console.log(line) })
  return readPlaywrightCounts(report, code)
}
