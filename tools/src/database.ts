import { createHmac } from 'node:crypto'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { bootstrapDatabase } from '@xingtan/server/platform/bootstrap-database'
import type { DatabaseRole } from '@xingtan/server/platform/database-roles'
import { forEachRole } from '@xingtan/server/platform/database-roles'
import { databaseOf, withLogin } from '@xingtan/server/platform/database-url'
import { migrate } from '@xingtan/server/platform/migrate'
import type { Postgres } from './postgres.ts'
import { startPostgres } from './postgres.ts'
import { describeFailure } from './run-command.ts'

const DATABASE = 'xingtan'

export interface DatabaseWish {
  /** Data folder of the installation; the embedded server lives in its folder `postgres`. */
  readonly dataFolder: string
  /** URL of an administrator of an existing server; without it the embedded one is started. */
  readonly databaseUrl: string | undefined
  /** The installation's secret; the passwords of the roles on an existing server are derived from it. */
  readonly secret: string
  readonly log: (line: string) => void
}

/** The prepared database of an installation. The embedded server is started again whenever it dies. */
export interface Database {
  readonly adminUrl: string
  readonly urls: Record<DatabaseRole, string>
  /** The embedded postmaster; undefined on an existing server. */
  pid(): number | undefined
  kill(signal: NodeJS.Signals): void
  stop(): Promise<void>
}

/** Starts or finds the server, creates roles and database where they are missing, and migrates. */
export async function openDatabase(wish: DatabaseWish): Promise<Database> {
  const server = wish.databaseUrl === undefined ? await startSupervised(wish) : existingServer(wish.databaseUrl)
  try {
    const adminUrl = withLogin(server.maintenanceUrl, { database: server.database })
    const rolePasswords = forEachRole((role) => passwordOf(wish.secret, role))
    await bootstrapDatabase(server.maintenanceUrl, { database: server.database, rolePasswords })
    const applied = await migrate(adminUrl)
    wish.log(applied.length === 0 ? '数据库结构已是最新。' : `数据库结构已更新(${applied.length} 个迁移)。`)
    const urls = forEachRole((role) => withLogin(adminUrl, { user: role, password: rolePasswords[role] }))
    const { pid, kill, stop } = server
    return { adminUrl, urls, pid, kill, stop }
  } catch (error) {
    await server.stop()
    throw error
  }
}

/** The password of a role, the same in every program that knows the installation's secret. */
export function passwordOf(secret: string, role: string): string {
  return createHmac('sha256', secret).update(`database ${role}`).digest('hex').slice(0, 40)
}

interface Server extends Pick<Database, 'pid' | 'kill' | 'stop'> {
  /** The administrator's URL of a database that exists for certain. */
  readonly maintenanceUrl: string
  /** The name of ours, which may have to be made. */
  readonly database: string
}

function existingServer(maintenanceUrl: string): Server {
  const database = databaseOf(maintenanceUrl)
  return { maintenanceUrl, database, pid: () => undefined, kill: () => {}, stop: () => Promise.resolve() }
}

async function startSupervised({ dataFolder, log }: DatabaseWish): Promise<Server> {
  const folder = join(dataFolder, 'postgres')
  let isWanted = true
  let reviving: Promise<void> = Promise.resolve()
  const revive = async (reason: string): Promise<void> => {
    log(`数据库意外退出(${reason})，正在重新启动。`)
    while (isWanted) {
      try {
        postgres = await start()
        return log('数据库已恢复。')
      } catch (error) {
        log(`数据库还没有恢复：${describeFailure(error)}`)
        await sleep(1000)
      }
    }
  }
  const start = (): Promise<Postgres> =>
    startPostgres({
      dataFolder: folder,
      log,
      onExit: (reason) => {
        if (isWanted) reviving = revive(reason)
      },
    })
  let postgres = await start()
  return {
    maintenanceUrl: postgres.adminUrl('postgres'),
    database: DATABASE,
    pid: () => postgres.pid(),
    kill: (signal) => postgres.kill(signal),
    async stop() {
      isWanted = false
      await reviving
      await postgres.stop()
    },
  }
}
