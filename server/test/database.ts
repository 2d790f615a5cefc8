import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { databaseStatements } from '../src/platform/bootstrap-database.ts'
import type { DatabaseRole } from '../src/platform/database-roles.ts'
import { forEachRole } from '../src/platform/database-roles.ts'
import { withLogin } from '../src/platform/database-url.ts'
import { runStatements as run } from './run-statements.ts'

export interface TestDatabase {
  /** One URL per database role, as the faces and the worker use them. */
  readonly urls: Record<DatabaseRole, string>
  /** URL of a superuser, for arranging and for looking behind row-level security. */
  readonly adminUrl: string
  drop(): Promise<void>
}

/** A fresh database with the newest schema and no rows of other tests: a clone of the migrated template (0.1 s). */
export async function createTestDatabase(): Promise<TestDatabase> {
  return createDatabase({ template: inject('databaseTemplate') })
}

/** A fresh database with the reference data laid: regions, agencies, subjects, policies, calendar. */
export async function createReferenceDatabase(): Promise<TestDatabase> {
  return createDatabase({ template: inject('referenceTemplate') })
}

/** A fresh database with nothing in it, for testing migrations themselves; its roles exist. */
export async function createEmptyDatabase(): Promise<TestDatabase> {
  return createDatabase({ template: 'template0' })
}

async function createDatabase({ template }: { readonly template: string }): Promise<TestDatabase> {
  const maintenanceUrl = inject('databaseAdminUrl')
  const database = `test_${randomBytes(6).toString('hex')}`
  await run(maintenanceUrl, [`create database ${database} template ${template} owner migrator`])
  const adminUrl = withLogin(maintenanceUrl, { database })
  await run(adminUrl, databaseStatements(database))
  return {
    urls: forEachRole((role) => withLogin(adminUrl, { user: role, password: `test-${role}` })),
    adminUrl,
    drop: () => run(maintenanceUrl, [`drop database if exists ${database} with (force)`]),
  }
}
