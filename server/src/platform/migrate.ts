import { createHash } from 'node:crypto'
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { Client, DatabaseError } from 'pg'
import { refuseOldServer } from './bootstrap-database.ts'
import { DATABASE_ROLES } from './database-roles.ts'
import { DatabaseSetupError } from './database-setup-error.ts'

const MIGRATIONS_FOLDER = join(import.meta.dirname, '..', '..', 'migrations')
const FILE_NAME = /^(?<number>\d{4})-(?<name>[a-z0-9]+(?:-[a-z0-9]+)*)\.sql$/
// Any fixed number will do: two programs that start at once take turns.
const ADVISORY_LOCK = 7_041_995

interface Migration {
  readonly number: number
  readonly name: string
  readonly sql: string
  readonly hash: string
}

type AppliedMigration = Pick<Migration, 'number' | 'name' | 'hash'>

/**
 * Brings the database of `adminUrl` to the newest schema as role `migrator`: each file of the folder once, in order,
 * in a transaction of its own, forward only. Returns the names of the files applied now. A file that was changed,
 * removed or inserted behind the newest applied one stops it with a `DatabaseSetupError` before anything is applied.
 */
export async function migrate(adminUrl: string, folder = MIGRATIONS_FOLDER): Promise<string[]> {
  const migrations = readMigrations(folder)
  const client = new Client({ connectionString: adminUrl })
  await client.connect()
  try {
    await refuseOldServer(client)
    await client.query('set role migrator')
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    await createHistory(client)
    const pending = findPending(migrations, await readHistory(client))
    for (const migration of pending) await apply(client, migration)
    return pending.map(fileName)
  } finally {
    await client.end()
  }
}

/** The migrations not yet applied; refuses a history that differs from the files. */
export function findPending(migrations: readonly Migration[], applied: readonly AppliedMigration[]): Migration[] {
  for (const [index, done] of applied.entries()) {
    const file = migrations[index]
    if (file?.number === done.number && file.hash === done.hash) continue
    const name = fileName(done)
    throw new DatabaseSetupError(
      `数据库已执行的迁移 ${name} 与程序中的文件不一致。已执行的迁移不能修改，请使用与数据库相同或更新的程序版本。`,
      `The applied migration ${name} differs from the file; applied migrations never change. Use a matching release.`,
    )
  }
  return migrations.slice(applied.length)
}

function readMigrations(folder: string): Migration[] {
  const migrations = readdirSync(folder)
    .filter((file) => file.endsWith('.sql'))
    .toSorted()
    .map((file) => toMigration(folder, file))
  for (const [index, { number }] of migrations.entries()) {
    if (number === index + 1) continue
    throw new DatabaseSetupError(
      `迁移文件的编号必须从 0001 起连续，第 ${index + 1} 个文件的编号是 ${number}。`,
      `Migration numbers run from 0001 without gaps; file ${index + 1} has the number ${number}.`,
    )
  }
  return migrations
}

function toMigration(folder: string, file: string): Migration {
  const { number, name } = FILE_NAME.exec(file)?.groups ?? {}
  if (number === undefined || name === undefined) {
    throw new DatabaseSetupError(
      `迁移文件名 ${file} 不符合 NNNN-名称.sql 的格式。`,
      `The migration ${file} is not named NNNN-name.sql.`,
    )
  }
  const sql = readFileSync(join(folder, file), 'utf8')
  return { number: Number(number), name, sql, hash: createHash('sha256').update(sql).digest('hex') }
}

async function createHistory(client: Client): Promise<void> {
  await client.query(`
    create table if not exists schema_migrations (
      number integer primary key,
      name text not null,
      hash text not null,
      applied_at timestamptz not null default now()
    )`)
  await client.query(`grant select on schema_migrations to ${DATABASE_ROLES.join(', ')}`)
}

async function readHistory(client: Client): Promise<AppliedMigration[]> {
  const { rows } = await client.query<AppliedMigration>(
    'select number, name, hash from schema_migrations order by number',
  )
  return rows
}

async function apply(client: Client, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(migration.sql)
    await client.query('insert into schema_migrations (number, name, hash) values ($1, $2, $3)', [
      migration.number,
      migration.name,
      migration.hash,
    ])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw toSetupError(error, migration)
  }
}

function toSetupError(error: unknown, migration: Migration): unknown {
  if (!(error instanceof DatabaseError)) return error
  const line = migration.sql.slice(0, Number(error.position ?? 0)).split('\n').length
  return new DatabaseSetupError(
    `迁移 ${fileName(migration)} 执行失败，数据库保持原样：${error.message}(第 ${line} 行)。`,
    `The migration ${fileName(migration)} failed and changed nothing: ${error.message} (line ${line}).`,
  )
}

function fileName({ number, name }: Pick<Migration, 'number' | 'name'>): string {
  return `${String(number).padStart(4, '0')}-${name}.sql`
}
