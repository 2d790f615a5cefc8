import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Postgres } from '@xingtan/tools/postgres'
import { startPostgres } from '@xingtan/tools/postgres'
import { isRunning, processIdentity } from '@xingtan/tools/process-identity'
import { Client } from 'pg'
import type { TestProject } from 'vitest/node'
import { bootstrapDatabase } from '../src/platform/bootstrap-database.ts'
import { forEachRole } from '../src/platform/database-roles.ts'
import { withLogin } from '../src/platform/database-url.ts'
import { migrate } from '../src/platform/migrate.ts'

const FOLDER_PREFIX = 'xingtan-test-'
const TEMPLATE = 'xingtan_template'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the administrator in the maintenance database of the test cluster. */
    databaseAdminUrl: string
    /** Name of the migrated database every test database is cloned from. */
    databaseTemplate: string
  }
}

let cluster: Postgres | undefined
let folder: string | undefined
let dropTemplate: (() => Promise<void>) | undefined

/**
 * Starts one throw-away cluster for the whole run and makes the migrated template. Durability is switched off: the
 * cluster does not outlive the run. XINGTAN_TEST_DATABASE_URL runs the suite on another server (PostgreSQL 15 …).
 */
export async function setup(project: TestProject): Promise<void> {
  const template = `${TEMPLATE}_${process.pid}`
  const adminUrl = process.env['XINGTAN_TEST_DATABASE_URL'] ?? (await startCluster())
  await bootstrapDatabase(adminUrl, { database: template, rolePasswords: forEachRole((role) => `test-${role}`) })
  await migrate(withLogin(adminUrl, { database: template }))
  dropTemplate = () => drop(adminUrl, template)
  project.provide('databaseAdminUrl', adminUrl)
  project.provide('databaseTemplate', template)
}

export async function teardown(): Promise<void> {
  if (cluster === undefined) await dropTemplate?.()
  await cluster?.stop()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

async function drop(adminUrl: string, database: string): Promise<void> {
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  await client.query(`drop database if exists ${database} with (force)`)
  await client.end()
}

async function startCluster(): Promise<string> {
  removeAbandonedFolders()
  const identity = (processIdentity(process.pid) ?? '').replace(':', '-')
  folder = mkdtempSync(join(tmpdir(), `${FOLDER_PREFIX}${identity}-`))
  cluster = await startPostgres({
    dataFolder: folder,
    log: () => {},
    settings: {
      fsync: 'off',
      full_page_writes: 'off',
      synchronous_commit: 'off',
      autovacuum: 'off',
      max_connections: '300',
      shared_buffers: '128MB',
    },
  })
  return cluster.adminUrl('postgres')
}

/** A run that was killed leaves its folder; its postmaster ends by itself when the folder has gone. */
function removeAbandonedFolders(): void {
  for (const name of readdirSync(tmpdir())) {
    const [pid, ticks] = name.startsWith(FOLDER_PREFIX) ? name.slice(FOLDER_PREFIX.length).split('-') : []
    if (pid === undefined || ticks === undefined || isRunning(`${pid}:${ticks}`)) continue
    rmSync(join(tmpdir(), name), { recursive: true, force: true })
  }
}
