import { type FileStore, StorageFull } from '../../platform/file-store.ts'
import { sniffFile } from '../../platform/image-sniff.ts'
import { inspectPdf } from '../../platform/pdf-inspect.ts'
import { problem } from '../../platform/problem.ts'

const MAX_BYTES = 5 * 1024 * 1024 - 1
const field = 'file'

export interface StoredEvidence {
  readonly hash: string
  readonly mediaType: 'application/pdf' | 'image/jpeg'
  readonly bytes: number
}

/**
 * Stores evidence when it is a plain PDF or a JPG smaller than 5 MB, judged by its content; the name it came under is
 * forgotten (S-111, S-112, S-113).
 */
export async function storeEvidence(files: Pick<FileStore, 'put'>, file: Buffer | undefined): Promise<StoredEvidence> {
  if (file === undefined || file.length === 0) throw problem('file.missing', { field })
  if (file.length > MAX_BYTES) throw problem('consultation.file-too-large', { field })
  const isPdf = file.subarray(0, 5).toString('latin1') === '%PDF-'
  if (isPdf) {
    const inspected = await inspectPdf(file, { fileName: 'evidence.pdf', maxBytes: MAX_BYTES })
    if (inspected.kind === 'refused') throw problem('consultation.file-unsafe', { field })
  } else if (sniffFile(file, 'evidence.jpg').kind !== 'jpeg') throw problem('consultation.file-kind', { field })
  const { hash } = await files.put(file).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return { hash, mediaType: isPdf ? 'application/pdf' : 'image/jpeg', bytes: file.length }
}
