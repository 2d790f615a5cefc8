import { runCommand } from './run-command.ts'
import { runScript } from './run-program.ts'

/** `npm run bench`: speed beside its limits, measured in the same run (docs/bench.md). */
await runCommand(async (args) => {
  const { code } = await runScript('bench/src/main.ts', args, { outputs: 'show' })
  process.exitCode = code
})
