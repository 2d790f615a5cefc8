import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { countBreaches } from '@xingtan/tools/count-breaches'
import { startStack } from '@xingtan/tools/stack'

/** Starts the whole product in a folder of its own; nothing is shared with a running demonstration. */
export default async function startProduct(): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-journeys-'))
  const stack = await startStack({ dataFolder: folder, ports: 'free', mode: 'test', log: () => {} })
  process.env['E2E_PORTAL'] = stack.urls.portal
  process.env['E2E_OFFICE'] = stack.urls.office
  process.env['E2E_SANDBOX'] = stack.urls.sandbox
  process.env['E2E_DATA'] = folder
  process.env['E2E_DATABASE'] = stack.databaseAdminUrl
  return async () => {
    try {
      // What the journeys left behind has to keep every promise of the data (I-01…I-20).
      const question = { databaseUrl: stack.databaseAdminUrl, dataFolder: folder }
      const breaches = await countBreaches({ ...question, say: (line) => console.log(line) })
      if (breaches > 0) throw new Error(`${breaches} breaches of the invariants after the journeys`)
    } finally {
      await stack.stop()
      rmSync(folder, { recursive: true, force: true })
    }
  }
}
