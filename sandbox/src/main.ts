import { readConfig } from './config.ts'
import { startSandbox } from './sandbox.ts'

const sandbox = await startSandbox(readConfig())
const { http, smtp } = sandbox
process.stdout.write(`${JSON.stringify({ ready: true, http, smtp: `${smtp.host}:${smtp.port}` })}\n`)

for (const signal of ['SIGTERM', 'SIGINT'] as const) {
  process.once(signal, () => {
    sandbox.stop().then(
      () => process.exit(0),
      () => process.exit(1),
    )
  })
}
