import { randomBytes } from 'node:crypto'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, inject, test } from 'vitest'
import { bootstrapDatabase, bootstrapSql } from './bootstrap-database.ts'
import { forEachRole } from './database-roles.ts'
import { withLogin } from './database-url.ts'
import { migrate } from './migrate.ts'

// The roles belong to the whole test cluster: they keep the passwords every other test uses.
const rolePasswords = forEachRole((role) => `test-${role}`)

let name: string
let adminUrl: string
let limitedUrl: string

beforeEach(async () => {
  name = `limited_${randomBytes(4).toString('hex')}`
  adminUrl = inject('databaseAdminUrl')
  limitedUrl = withLogin(adminUrl, { user: name, password: name, database: name })
  await run(adminUrl, `create role ${name} login password '${name}'`)
  await run(adminUrl, `create database ${name} owner ${name}`)
})

afterEach(async () => {
  await run(adminUrl, `drop database if exists ${name} with (force)`)
  await run(adminUrl, `drop role ${name}`)
})

test('makes the database of a superuser, gives it to migrator, and may be repeated', async () => {
  const database = `${name}_made`
  await bootstrapDatabase(adminUrl, { database, rolePasswords })
  await bootstrapDatabase(adminUrl, { database, rolePasswords })
  const owner = await run(
    adminUrl,
    `select datdba::regrole::text as owner from pg_database where datname = '${database}'`,
  )
  await run(adminUrl, `drop database ${database} with (force)`)
  expect(owner).toEqual([{ owner: 'migrator' }])
})

test('tells a user without the right to create roles what is missing', async () => {
  await expect(bootstrapDatabase(limitedUrl, { database: name, rolePasswords })).rejects.toThrow('--print-sql')
})

test('accepts that user after an administrator has run the printed statements', async () => {
  const script = bootstrapSql({ database: name, rolePasswords, user: name })
  await run(withLogin(adminUrl, { database: name }), script)
  await bootstrapDatabase(limitedUrl, { database: name, rolePasswords })
  await expect(migrate(limitedUrl)).resolves.not.toEqual([])
})

test('accepts a user with CREATEROLE who may not alter the roles somebody else made', async () => {
  await run(adminUrl, `alter role ${name} createrole`)
  await run(withLogin(adminUrl, { database: name }), bootstrapSql({ database: name, rolePasswords, user: name }))
  await bootstrapDatabase(limitedUrl, { database: name, rolePasswords })
  await expect(migrate(limitedUrl)).resolves.not.toEqual([])
})

test('lets each role sign in with its password and nobody else connect', async () => {
  const script = bootstrapSql({ database: name, rolePasswords, user: name })
  await run(withLogin(adminUrl, { database: name }), script)
  const workerUrl = withLogin(adminUrl, { user: 'worker', password: 'test-worker', database: name })
  await expect(run(workerUrl, 'select current_user::text as me')).resolves.toEqual([{ me: 'worker' }])
  await expect(run(workerUrl, 'create table mine (id integer)')).rejects.toThrow('permission denied')
  const rights = await run(adminUrl, `select has_database_privilege('public', '${name}', 'connect') as "canConnect"`)
  expect(rights).toEqual([{ canConnect: false }])
})

async function run(url: string, sql: string): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    const result = await client.query(sql)
    return result.rows
  } finally {
    await client.end()
  }
}
