import { Client, DatabaseError, escapeIdentifier, escapeLiteral } from 'pg'
import type { DatabaseRole } from './database-roles.ts'
import { DATABASE_ROLES } from './database-roles.ts'
import { DatabaseSetupError } from './database-setup-error.ts'
import { withLogin } from './database-url.ts'

const OLDEST_VERSION = 150_000
const INSUFFICIENT_PRIVILEGE = '42501'

export interface Bootstrap {
  readonly database: string
  readonly rolePasswords: Record<DatabaseRole, string>
}

/**
 * Creates the roles, the database when it is missing, and the rights around it; repeating it changes nothing but the
 * passwords. `adminUrl` names any database of the cluster. An administrator who may not create roles is accepted when
 * everything is there already (see `bootstrapSql`); otherwise a `DatabaseSetupError` says what is missing.
 */
export async function bootstrapDatabase(adminUrl: string, wish: Bootstrap): Promise<void> {
  const rights = await withClient(adminUrl, async (client) => {
    await refuseOldServer(client)
    const found = await readRights(client)
    const isMade = found.canCreateRole && (await makeRoles(client, wish, found))
    if (!isMade) refuseMissingRoles(found)
    if (isMade) await createDatabaseIfMissing(client, wish.database)
    return { ...found, isMade }
  })
  if (!rights.isMade) return
  await withClient(withLogin(adminUrl, { database: wish.database }), async (client) => {
    if (rights.isSuperuser) await client.query(`alter database ${identifier(wish.database)} owner to migrator`)
    for (const statement of databaseStatements(wish.database)) await client.query(statement)
  })
}

/** The rights that belong to one database. They are not copied from a template, so a clone needs them again. */
export function databaseStatements(database: string): string[] {
  const name = identifier(database)
  const readers = DATABASE_ROLES.filter((role) => role !== 'migrator').join(', ')
  return [
    `revoke all on database ${name} from public`,
    `grant connect, create, temporary on database ${name} to migrator`,
    `grant connect on database ${name} to ${readers}`,
    'revoke create on schema public from public',
    'grant usage, create on schema public to migrator',
    `grant usage on schema public to ${readers}`,
  ]
}

/** The same as one script for an administrator who does not hand out CREATEROLE; `user` will run the migrations. */
export function bootstrapSql({ database, rolePasswords, user }: Bootstrap & { readonly user: string }): string {
  return [
    '-- Run in the named database as a superuser or as an owner of the database with CREATEROLE. Holds passwords.',
    ...roleStatements(rolePasswords),
    `grant migrator to ${identifier(user)}`,
    ...databaseStatements(database),
  ]
    .map((statement) => (statement.startsWith('--') ? statement : `${statement};`))
    .join('\n')
}

/** Stops with one sentence when the server is older than PostgreSQL 15. */
export async function refuseOldServer(client: Client): Promise<void> {
  const { rows } = await client.query<{ number: number; name: string }>(
    `select current_setting('server_version_num')::int as number, current_setting('server_version') as name`,
  )
  const version = rows[0]
  if (version !== undefined && version.number >= OLDEST_VERSION) return
  throw new DatabaseSetupError(
    `需要 PostgreSQL 15 或更新的版本，当前服务器是 ${version?.name ?? '未知版本'}。`,
    `PostgreSQL 15 or newer is needed; this server is ${version?.name ?? 'unknown'}.`,
  )
}

interface Rights {
  readonly isSuperuser: boolean
  readonly canCreateRole: boolean
  readonly missingRoles: string[]
  readonly isMigrator: boolean
}

async function readRights(client: Client): Promise<Rights> {
  const { rows } = await client.query<Rights>(
    `select rolsuper as "isSuperuser",
            rolsuper or rolcreaterole as "canCreateRole",
            array(select name from unnest($1::text[]) as name
                  where not exists (select from pg_roles where rolname = name)) as "missingRoles",
            exists (select from pg_roles m where m.rolname = 'migrator'
                    and pg_has_role(current_user, m.oid, 'member')) as "isMigrator"
     from pg_roles where rolname = current_user`,
    [DATABASE_ROLES],
  )
  return rows[0] ?? { isSuperuser: false, canCreateRole: false, missingRoles: [...DATABASE_ROLES], isMigrator: false }
}

/** False when the roles were made by somebody else who did not let us alter them. */
async function makeRoles(client: Client, { rolePasswords }: Bootstrap, found: Rights): Promise<boolean> {
  try {
    for (const statement of roleStatements(rolePasswords)) await client.query(statement)
    if (!found.isSuperuser) await client.query('grant migrator to current_user')
    return true
  } catch (error) {
    if (error instanceof DatabaseError && error.code === INSUFFICIENT_PRIVILEGE) return false
    throw error
  }
}

function refuseMissingRoles({ missingRoles, isMigrator }: Rights): void {
  if (missingRoles.length === 0 && isMigrator) return
  const missing = missingRoles.length > 0 ? missingRoles.join(', ') : 'membership in migrator'
  throw new DatabaseSetupError(
    `DATABASE_URL 的用户不能创建数据库角色，并且缺少：${missing}。请让数据库管理员执行 npm run db:migrate -- --print-sql 输出的语句。`,
    `The user of DATABASE_URL may not create roles and is missing: ${missing}. ` +
      'Have an administrator run the output of npm run db:migrate -- --print-sql.',
  )
}

function roleStatements(passwords: Record<DatabaseRole, string>): string[] {
  return DATABASE_ROLES.flatMap((role) => [
    `do $$ begin create role ${role} login; exception when duplicate_object or unique_violation then null; end $$`,
    `alter role ${role} with login password ${literal(passwords[role])}`,
  ])
}

async function createDatabaseIfMissing(client: Client, database: string): Promise<void> {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${identifier(database)}`)
}

async function withClient<Result>(url: string, work: (client: Client) => Promise<Result>): Promise<Result> {
  const client = new Client({ connectionString: url })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

function identifier(name: string): string {
  return escapeIdentifier(name)
}

function literal(text: string): string {
  return escapeLiteral(text)
}
