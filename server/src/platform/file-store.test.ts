import { mkdtemp, open, readFile, readdir, rm, stat, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { FileDamaged, FileMissing, StorageFull, createFileStore } from './file-store.ts'

const BYTES = Buffer.from('认定材料')

let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'xingtan-files-'))
})
afterEach(() => rm(folder, { recursive: true, force: true }))

const pathOf = (hash: string) => path.join(folder, hash.slice(0, 2), hash.slice(2, 4), hash)
const listUnfinished = () => readdir(path.join(folder, 'unfinished'))

test('hands back what was stored, under the SM3 of its content', async () => {
  const store = createFileStore(folder)
  const { hash } = await store.put(Buffer.from('abc'))
  expect(hash).toBe('66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  expect((await store.get(hash)).toString()).toBe('abc')
})

test('keeps one private copy of the same content and no leftovers', async () => {
  const store = createFileStore(folder)
  const [first, second] = await Promise.all([store.put(BYTES), store.put(BYTES)])
  expect(first).toEqual(second)
  expect((await stat(pathOf(first.hash))).mode & 0o777).toBe(0o600)
  expect(await listUnfinished()).toEqual([])
})

test('S-118: a file changed by one byte on disk is not served, and storing it again repairs it', async () => {
  const store = createFileStore(folder)
  const { hash } = await store.put(BYTES)
  const changed = await readFile(pathOf(hash))
  changed.writeUInt8(changed.readUInt8(0) ^ 1, 0)
  await writeFile(pathOf(hash), changed)
  await expect(store.get(hash)).rejects.toThrow(FileDamaged)
  await store.put(BYTES)
  expect(await store.get(hash)).toEqual(BYTES)
})

test('deletes, and deleting again is fine', async () => {
  const store = createFileStore(folder)
  const { hash } = await store.put(BYTES)
  expect(await store.exists(hash)).toBe(true)
  await store.delete(hash)
  await store.delete(hash)
  expect(await store.exists(hash)).toBe(false)
  await expect(store.get(hash)).rejects.toThrow(FileMissing)
})

test.each(['../../etc/passwd', '/etc/passwd', '', 'A'.repeat(64), `${'a'.repeat(64)}/..`, `${'a'.repeat(63)}\0`])(
  'S-115: %j is not a hash and never becomes a path',
  async (hash) => {
    const store = createFileStore(folder)
    await expect(store.get(hash)).rejects.toThrow(FileMissing)
    await expect(store.delete(hash)).rejects.toThrow(FileMissing)
  },
)

describe('R-016: a full volume', () => {
  const failing = (code: string) => async (file: string) => {
    const handle = await open(file, 'wx')
    return {
      writeFile: async () => {
        await handle.writeFile('half')
        throw Object.assign(new Error('no space'), { code })
      },
      sync: () => handle.sync(),
      close: () => handle.close(),
    }
  }

  test.each(['ENOSPC', 'EDQUOT'])('is told apart (%s) and leaves nothing behind', async (code) => {
    const store = createFileStore(folder, { openFile: failing(code) })
    await expect(store.put(BYTES)).rejects.toThrow(StorageFull)
    expect(await listUnfinished()).toEqual([])
    const { hash } = await createFileStore(folder).put(BYTES)
    expect(await store.exists(hash)).toBe(true)
  })

  test('is not claimed for another failure', async () => {
    const store = createFileStore(folder, { openFile: failing('EIO') })
    await expect(store.put(BYTES)).rejects.not.toThrow(StorageFull)
  })
})

test('sweeps what interrupted writes left behind, and only what is old', async () => {
  const store = createFileStore(folder)
  expect(await store.sweep(new Date(8e12))).toBe(0)
  const { hash } = await store.put(BYTES)
  const old = path.join(folder, 'unfinished', 'old')
  await writeFile(old, 'half')
  await writeFile(path.join(folder, 'unfinished', 'running'), 'half')
  await utimes(old, 1000, 1000)
  expect(await store.sweep(new Date(2_000_000))).toBe(1)
  expect(await listUnfinished()).toEqual(['running'])
  expect(await store.exists(hash)).toBe(true)
})
