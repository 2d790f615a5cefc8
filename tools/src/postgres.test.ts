import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { spawn } from 'node:child_process'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { Client } from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { homesOf } from './postgres-home.ts'
import type { Postgres, PostgresWish } from './postgres.ts'
import { startPostgres } from './postgres.ts'
import { processIdentity } from './process-identity.ts'

let folder: string
let dataFolder: string
let postgres: Postgres | undefined

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'xingtan-postgres-'))
  chmodSync(folder, 0o755)
  dataFolder = join(folder, 'postgres')
})

afterEach(async () => {
  await postgres?.stop()
  postgres = undefined
  for (const place of [...homesOf(dataFolder), folder]) rmSync(place, { recursive: true, force: true })
})

test('is durable, listens on no network and takes only passwords', async () => {
  postgres = await start()
  await expect(
    ask(`select current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
      current_setting('synchronous_commit') as commit, current_setting('listen_addresses') as addresses,
      (select datctype from pg_database where datname = 'postgres') as ctype`),
  ).resolves.toEqual([{ fsync: 'on', pages: 'on', commit: 'on', addresses: '', ctype: 'C.UTF-8' }])
  expect(statSync(postgres.socketFolder).mode & 0o777).toBe(0o700)
  const stranger = postgres.adminUrl('postgres').replace(/:\w{40}@/, ':wrong@')
  await expect(ask('select 1', stranger)).rejects.toThrow('password authentication failed')
})

test('keeps every acknowledged row through kill -9 and tells its supervisor', async () => {
  const reasons: string[] = []
  postgres = await start({ onExit: (reason) => reasons.push(reason) })
  await ask('create table kept (n int)')
  await ask('insert into kept select generate_series(1, 100)')
  postgres.kill('SIGKILL')
  await until(() => reasons.length > 0)
  postgres = await start()
  await expect(ask('select count(*)::int as n from kept')).resolves.toEqual([{ n: 100 }])
  expect(reasons).toEqual(['SIGKILL'])
})

test('takes over from a supervisor that was killed', async () => {
  const orphan = await startElsewhere()
  postgres = await start()
  expect(processIdentity(orphan)).toBeUndefined()
  await expect(ask('select 1 as n')).resolves.toEqual([{ n: 1 }])
})

test('starts although the number in a stale postmaster file now belongs to another program', async () => {
  postgres = await start()
  const file = join(homesOf(dataFolder)[0] ?? '', 'cluster', 'postmaster.pid')
  const lines = readFileSync(file, 'utf8').split('\n')
  await postgres.stop()
  writeFileSync(file, [String(process.ppid), ...lines.slice(1)].join('\n'))
  postgres = await start()
  await expect(ask('select 1 as n')).resolves.toEqual([{ n: 1 }])
})

test('refuses a second supervisor while the first runs', async () => {
  postgres = await start()
  const lines = await startScript()
  expect(lines).toContain('正被另一个运行中的杏坛使用')
})

test('says in one sentence that the data folder is broken', async () => {
  mkdirSync(join(dataFolder, 'cluster'), { recursive: true })
  writeFileSync(join(dataFolder, 'cluster', 'rubbish'), '')
  await expect(start()).rejects.toThrow('--reset')
})

test.runIf(process.getuid?.() === 0)('runs for root below a folder nobody else may enter', async () => {
  chmodSync(folder, 0o700)
  const said: string[] = []
  postgres = await start({ log: (line) => said.push(line) })
  expect(said.join('\n')).toContain('数据库文件改放在')
  await expect(ask('select 1 as n')).resolves.toEqual([{ n: 1 }])
})

function start(wish: Partial<PostgresWish> = {}): Promise<Postgres> {
  return startPostgres({ dataFolder, log: () => {}, settings: { shared_buffers: '16MB' }, ...wish })
}

async function ask(sql: string, url = postgres?.adminUrl('postgres') ?? ''): Promise<unknown[]> {
  const client = new Client({ connectionString: url })
  client.on('error', () => {})
  await client.connect()
  try {
    const result = await client.query(sql)
    return result.rows
  } finally {
    await client.end()
  }
}

/** Starts the server from another process that is killed at once; returns the postmaster it leaves behind. */
async function startElsewhere(): Promise<number> {
  const said = await startScript(`process.stdout.write(String(server.pid()))\nprocess.kill(process.pid, 'SIGKILL')`)
  return Number(said)
}

async function startScript(then = ''): Promise<string> {
  const module = join(import.meta.dirname, 'postgres.ts')
  const source = `import { startPostgres } from ${JSON.stringify(module)}
    const server = await startPostgres({ dataFolder: ${JSON.stringify(dataFolder)}, log: () => {} })
    ${then}`
  const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'pipe'] })
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  child.stderr.on('data', (chunk: Buffer) => chunks.push(chunk))
  const { promise, resolve } = Promise.withResolvers<void>()
  // The postmaster inherits none of the pipes, so they close with the process.
  child.once('close', () => resolve())
  await promise
  return Buffer.concat(chunks).toString()
}

async function until(isTrue: () => boolean): Promise<void> {
  for (let waitedMs = 0; waitedMs < 10_000 && !isTrue(); waitedMs += 20) await sleep(20)
}
