import type { Refusal } from '@xingtan/contract/problem'
import { type FileStore, StorageFull } from '../../platform/file-store.ts'
import { sniffFile } from '../../platform/image-sniff.ts'
import { problem } from '../../platform/problem.ts'

const MAX_BYTES = 2 * 1024 * 1024
const field = 'decision'

export interface StoredDecision {
  readonly hash: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
}

/** Stores the decision file by its content when it is a PDF or a JPG of at most 2 MB; else answers why not (RES-2). */
export async function storeDecision(
  files: Pick<FileStore, 'put'>,
  file: Buffer | undefined,
): Promise<StoredDecision | readonly Refusal[]> {
  if (file === undefined || file.length === 0) return [{ code: 'restriction.file-missing', field }]
  if (file.length > MAX_BYTES) return [{ code: 'restriction.file-too-large', field }]
  const isPdf = sniffFile(file, 'decision.pdf').kind === 'pdf'
  if (!isPdf && sniffFile(file, 'decision.jpg').kind !== 'jpeg') return [{ code: 'restriction.file-kind', field }]
  const { hash } = await files.put(file).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return { hash, mediaType: isPdf ? 'application/pdf' : 'image/jpeg', bytes: file.length }
}
