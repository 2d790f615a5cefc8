import { type FileStore, StorageFull } from '../../platform/file-store.ts'
import { sniffFile } from '../../platform/image-sniff.ts'
import { problem } from '../../platform/problem.ts'

const MAX_BYTES = 5 * 1024 * 1024

export interface StoredScan {
  readonly hash: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
}

/** Stores a stamped scan by its content when it is a PDF or a JPG smaller than 5 MB (S-111, S-120). */
export async function storeAgencyScan(files: Pick<FileStore, 'put'>, file: Buffer | undefined): Promise<StoredScan> {
  if (file === undefined || file.length === 0) throw problem('file.missing')
  if (file.length >= MAX_BYTES) throw problem('work-info.scan-too-large', { field: 'scan' })
  const isPdf = sniffFile(file, 'scan.pdf').kind === 'pdf'
  if (!isPdf && sniffFile(file, 'scan.jpg').kind !== 'jpeg') throw problem('work-info.scan-kind', { field: 'scan' })
  const { hash } = await files.put(file).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return { hash, mediaType: isPdf ? 'application/pdf' : 'image/jpeg', bytes: file.length }
}
