import { createHmac } from 'node:crypto'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CLUSTER, homesOf } from './postgres-home.ts'
import { PlainError } from './plain-error.ts'
import { processIdentity } from './process-identity.ts'

// Line of postmaster.pid that names the folder of the socket.
const SOCKET_LINE = 4
const ADMINISTRATOR = 'xingtan'
const DATABASE = 'xingtan'

/**
 * The administrator's URL of the embedded database that a running `npm start` holds in this data folder; nothing is
 * started or changed. Fails with a `PlainError` when it does not run.
 */
export function findRunningDatabase(dataFolder: string): string {
  for (const home of homesOf(join(dataFolder, 'postgres'))) {
    const file = join(home, CLUSTER, 'postmaster.pid')
    if (!existsSync(file)) continue
    const lines = readFileSync(file, 'utf8').split('\n')
    if (processIdentity(Number(lines[0])) === undefined) continue
    const secret = readFileSync(join(home, 'secret'), 'utf8')
    const password = createHmac('sha256', secret).update(ADMINISTRATOR).digest('hex').slice(0, 40)
    const host = encodeURIComponent(lines[SOCKET_LINE]?.trim() ?? '')
    return `postgres://${ADMINISTRATOR}:${password}@localhost/${DATABASE}?host=${host}&port=5432`
  }
  throw new PlainError(
    `${dataFolder} 的数据库没有运行。请先运行 npm start，或者设置 DATABASE_URL。`,
    `The database of ${dataFolder} does not run; run npm start first or set DATABASE_URL.`,
  )
}
