import { chmodSync, existsSync, mkdirSync, readFileSync, statfsSync, writeFileSync } from 'node:fs'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { PlainError } from './plain-error.ts'

const LEAST_FREE_BYTES = 300_000_000

/** Makes the folder when it is missing and checks that it can be written and has room; each mistake is one sentence. */
function prepareDataFolder(folder: string): void {
  try {
    mkdirSync(join(folder, 'files'), { recursive: true, mode: 0o700 })
    // The account that runs PostgreSQL has to pass through, nobody may look around.
    chmodSync(folder, 0o711)
  } catch (cause) {
    throw new PlainError(
      `无法创建或写入数据文件夹 ${folder}。请检查它的权限。`,
      `Cannot create or write the data folder ${folder}; check its permissions.`,
      { cause },
    )
  }
  const { bavail, bsize } = statfsSync(folder)
  if (bavail * bsize >= LEAST_FREE_BYTES) return
  throw new PlainError(
    `磁盘空间不足，${folder} 所在的磁盘只剩 ${Math.floor((bavail * bsize) / 1_000_000)} MB，至少需要 300 MB。`,
    `The disk of ${folder} has less than 300 MB left.`,
  )
}

/** The secret of the installation, 64 hex digits, made on first use; every key and password is derived from it. */
export function readSecret(folder: string): string {
  prepareDataFolder(folder)
  const file = join(folder, 'secret')
  if (existsSync(file)) return readFileSync(file, 'utf8').trim()
  const secret = randomBytes(32).toString('hex')
  writeFileSync(file, secret, { mode: 0o600 })
  return secret
}
