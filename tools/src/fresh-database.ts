import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bootstrapDatabase } from '@xingtan/server/platform/bootstrap-database'
import { forEachRole } from '@xingtan/server/platform/database-roles'
import { migrate } from '@xingtan/server/platform/migrate'
import { startPostgres } from './postgres.ts'

/**
 * Runs some work on a database migrated from zero in a throw-away cluster; the work gets the administrator's URL.
 */
export async function withFreshDatabase<Result>(work: (url: string) => Promise<Result>): Promise<Result> {
  const folder = mkdtempSync(join(tmpdir(), 'xingtan-fresh-'))
  try {
    const settings = { fsync: 'off', synchronous_commit: 'off', shared_buffers: '32MB' }
    const postgres = await startPostgres({ dataFolder: folder, log: () => {}, settings })
    try {
      const rolePasswords = forEachRole((role) => postgres.password(role))
      await bootstrapDatabase(postgres.adminUrl('postgres'), { database: 'fresh', rolePasswords })
      await migrate(postgres.adminUrl('fresh'))
      return await work(postgres.adminUrl('fresh'))
    } finally {
      await postgres.stop()
    }
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
