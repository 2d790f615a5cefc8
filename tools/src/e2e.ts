import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runCommand } from './run-command.ts'
import { runJourneys } from './run-journeys.ts'

/** `npm run e2e`: the browser journeys alone; arguments go on to Playwright. */
await runCommand(async (args) => {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-e2e-'))
  try {
    const log = (line: string): void => console.log(line)
    const { code } = await runJourneys(args, { report: join(folder, 'journeys.json'), log })
    process.exitCode = code
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
})
