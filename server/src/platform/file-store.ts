import { createHash, randomUUID } from 'node:crypto'
import { type FileHandle, mkdir, open, readFile, readdir, rename, rm, stat } from 'node:fs/promises'
import path from 'node:path'

/** The volume is full; the caller answers 507. Nothing was stored. Case R-016. */
export class StorageFull extends Error {
  override name = 'StorageFull'
}

/** No file has this hash. */
export class FileMissing extends Error {
  override name = 'FileMissing'
}

/** The bytes on disk are no longer those that were stored; they are not handed out. Case S-118. */
export class FileDamaged extends Error {
  override name = 'FileDamaged'
}

export interface StoredFile {
  /** SM3 of the content, 64 lower-case hexadecimal digits: the file's only name, so a swap is impossible (S-119). */
  hash: string
}

/** Files named by their content. No name a person typed ever becomes a path (S-115). */
export interface FileStore {
  /** Stores the bytes; when it returns they survive a power cut. Storing the same again changes nothing. Throws `StorageFull`. */
  put(bytes: Uint8Array): Promise<StoredFile>
  /** Throws `FileMissing` or `FileDamaged`. */
  get(hash: string): Promise<Buffer>
  exists(hash: string): Promise<boolean>
  /** Deletes the file; a missing one is fine. */
  delete(hash: string): Promise<void>
  /** Removes what interrupted writes left behind before the instant; returns how many. */
  sweep(before: Date): Promise<number>
}

export interface FileStoreOptions {
  /** Opens a file for writing; replaced in tests to fill the disk. */
  openFile?: (file: string) => Promise<Pick<FileHandle, 'writeFile' | 'sync' | 'close'>>
}

const HASH = /^[0-9a-f]{64}$/
const UNFINISHED = 'unfinished'

const openPrivate = (file: string) => open(file, 'wx', 0o600)
const hashOf = (bytes: Uint8Array) => createHash('sm3').update(bytes).digest('hex')

function hasCode(error: unknown, ...codes: string[]): boolean {
  return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}

type OpenFile = NonNullable<FileStoreOptions['openFile']>

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r')
  try {
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Spread over 65,536 subfolders by the first digits of the hash. */
function pathOf(folder: string, hash: string): string {
  if (!HASH.test(hash)) throw new FileMissing('This is not the hash of a file.')
  return path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
}

async function readIntact(folder: string, hash: string): Promise<Buffer> {
  const bytes = await readFile(pathOf(folder, hash)).catch((error: unknown) => {
    throw hasCode(error, 'ENOENT') ? new FileMissing(`No file has the hash ${hash}.`) : error
  })
  if (hashOf(bytes) !== hash) throw new FileDamaged(`The file ${hash} was changed on disk.`)
  return bytes
}

/** A damaged copy counts as absent: storing the original again repairs it. */
function isIntact(folder: string, hash: string): Promise<boolean> {
  return readIntact(folder, hash).then(
    () => true,
    (error: unknown) => {
      if (error instanceof FileMissing || error instanceof FileDamaged) return false
      throw error
    },
  )
}

async function writeFlushed(file: string, bytes: Uint8Array, openFile: OpenFile): Promise<void> {
  const handle = await openFile(file)
  try {
    await handle.writeFile(bytes)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** Write aside, flush, rename, flush the folders: a reader sees the whole file or none, also after a power cut. */
async function place(folder: string, hash: string, bytes: Uint8Array, openFile: OpenFile): Promise<void> {
  const target = pathOf(folder, hash)
  const temporary = path.join(folder, UNFINISHED, randomUUID())
  await mkdir(path.dirname(temporary), { recursive: true, mode: 0o700 })
  await mkdir(path.dirname(target), { recursive: true, mode: 0o700 })
  try {
    await writeFlushed(temporary, bytes, openFile)
    await rename(temporary, target)
  } catch (error) {
    await rm(temporary, { force: true })
    throw error
  }
  await syncFolder(path.dirname(target))
  await syncFolder(path.dirname(path.dirname(target)))
  await syncFolder(folder)
}

async function sweepUnfinished(folder: string, before: Date): Promise<number> {
  const unfinished = path.join(folder, UNFINISHED)
  const names = await readdir(unfinished).catch((error: unknown) => {
    if (hasCode(error, 'ENOENT')) return []
    throw error
  })
  let removed = 0
  for (const name of names) {
    const file = path.join(unfinished, name)
    // A write that ends meanwhile takes its file away, which is no error.
    const found = await stat(file).catch(() => undefined)
    if (found === undefined || found.mtime >= before) continue
    await rm(file, { force: true })
    removed += 1
  }
  return removed
}

/** A store in a local folder, created when missing. */
export function createFileStore(folder: string, { openFile = openPrivate }: FileStoreOptions = {}): FileStore {
  return {
    put: async (bytes) => {
      const hash = hashOf(bytes)
      if (await isIntact(folder, hash)) return { hash }
      await place(folder, hash, bytes, openFile).catch((error: unknown) => {
        throw hasCode(error, 'ENOSPC', 'EDQUOT') ? new StorageFull('The file volume is full.') : error
      })
      return { hash }
    },
    get: (hash) => readIntact(folder, hash),
    exists: async (hash) =>
      stat(pathOf(folder, hash)).then(
        () => true,
        (error: unknown) => {
          if (hasCode(error, 'ENOENT')) return false
          throw error
        },
      ),
    delete: async (hash) => rm(pathOf(folder, hash), { force: true }),
    sweep: (before) => sweepUnfinished(folder, before),
  }
}
