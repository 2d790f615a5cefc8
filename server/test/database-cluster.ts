import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { tmpdir } from 'node:os'
import type { Postgres } from '@xingtan/tools/postgres'
import { startPostgres } from '@xingtan/tools/postgres'
import { isRunning, processIdentity } from '@xingtan/tools/process-identity'
import pino from 'pino'
import type { TestProject } from 'vitest/node'
import { bootstrapDatabase, databaseStatements } from '../src/platform/bootstrap-database.ts'
import { createDb } from '../src/platform/db.ts'
import { forEachRole } from '../src/platform/database-roles.ts'
import { withLogin } from '../src/platform/database-url.ts'
import { migrate } from '../src/platform/migrate.ts'
import { readReferenceFiles } from '../src/seed/read-files.ts'
import { layReference } from '../src/seed/sql.ts'
import { runStatements as run } from './run-statements.ts'

const FOLDER_PREFIX = 'xingtan-test-'
const TEMPLATE = 'xingtan_template'

declare module 'vitest' {
  export interface ProvidedContext {
    /** URL of the administrator in the maintenance database of the test cluster. */
    databaseAdminUrl: string
    /** Name of the migrated database without rows. */
    databaseTemplate: string
    /** The same with the reference data: laying the register of agencies takes a second that every test would wait for. */
    referenceTemplate: string
  }
}

let cluster: Postgres | undefined
let folder: string | undefined
let dropTemplates: (() => Promise<void>) | undefined

/**
 * Starts one throw-away cluster for the whole run and makes the migrated template. Durability is switched off: the
 * cluster does not outlive the run. XINGTAN_TEST_DATABASE_URL runs the suite on another server (PostgreSQL 15 …).
 */
export async function setup(project: TestProject): Promise<void> {
  const template = `${TEMPLATE}_${process.pid}`
  const adminUrl = process.env['XINGTAN_TEST_DATABASE_URL'] ?? (await startCluster())
  await bootstrapDatabase(adminUrl, { database: template, rolePasswords: forEachRole((role) => `test-${role}`) })
  await migrate(withLogin(adminUrl, { database: template }))
  const reference = `${template}_reference`
  await makeReference(adminUrl, { template, reference })
  dropTemplates = async () => {
    for (const name of [reference, template]) await drop(adminUrl, name)
  }
  project.provide('databaseAdminUrl', adminUrl)
  project.provide('databaseTemplate', template)
  project.provide('referenceTemplate', reference)
}

async function makeReference(
  maintenanceUrl: string,
  { template, reference }: { readonly template: string; readonly reference: string },
): Promise<void> {
  await run(maintenanceUrl, [`create database ${reference} template ${template} owner migrator`])
  const url = withLogin(maintenanceUrl, { database: reference })
  await run(url, databaseStatements(reference))
  const db = createDb({ url, maxConnections: 1, statementTimeoutMs: 60_000, log: pino({ level: 'silent' }) })
  await db.transaction({}, (tx) => layReference(tx, readReferenceFiles()))
  await db.close()
}

export async function teardown(): Promise<void> {
  if (cluster === undefined) await dropTemplates?.()
  await cluster?.stop()
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true })
}

async function drop(adminUrl: string, database: string): Promise<void> {
  await run(adminUrl, [`drop database if exists ${database} with (force)`])
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
