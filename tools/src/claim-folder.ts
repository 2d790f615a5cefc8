import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { PlainError } from './plain-error.ts'
import { isRunning, processIdentity } from './process-identity.ts'

const CLAIM = 'supervisor'

/**
 * Makes this process the only one to work in a data folder: a second start while the first runs is told so instead
 * of breaking it. The claim of a process that has died counts for nothing; claiming again is allowed.
 */
export function claimFolder(folder: string): void {
  const owner = ownerOf(folder)
  const us = processIdentity(process.pid) ?? ''
  if (owner !== us && isRunning(owner)) {
    throw new PlainError(
      `数据文件夹 ${folder} 正被另一个运行中的杏坛使用(进程 ${owner.split(':')[0] ?? ''})。请先停止它。`,
      `Another running Xingtan uses the data folder ${folder}; stop it first.`,
    )
  }
  writeFileSync(join(folder, CLAIM), us, { mode: 0o600 })
}

/** Gives a claimed folder free again. */
export function releaseFolder(folder: string): void {
  rmSync(join(folder, CLAIM), { force: true })
}

function ownerOf(folder: string): string {
  const file = join(folder, CLAIM)
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}
