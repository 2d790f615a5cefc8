import type { ProblemCode } from '@xingtan/contract/problem'
import { type FileStore, StorageFull } from '../../platform/file-store.ts'
import { type FileKind, sniffFile } from '../../platform/image-sniff.ts'
import { inspectPdf } from '../../platform/pdf-inspect.ts'
import { problem } from '../../platform/problem.ts'

const MEDIA_TYPES = { pdf: 'application/pdf', jpeg: 'image/jpeg', png: 'image/png' } as const
const field = 'file'

export interface StoredUpload {
  readonly hash: string
  readonly mediaType: (typeof MEDIA_TYPES)[FileKind]
  readonly bytes: number
}

export interface UploadRule {
  readonly kinds: readonly FileKind[]
  readonly maxBytes: number
  readonly codes: { readonly tooLarge: ProblemCode; readonly kind: ProblemCode; readonly unsafe: ProblemCode }
}

/**
 * Stores an upload that is one of the allowed kinds by its content; a PDF has nothing active, encrypted or broken in it.
 * The name it came under plays no part (S-111, S-112, S-113).
 */
export async function storeUpload(
  files: Pick<FileStore, 'put'>,
  file: Buffer | undefined,
  rule: UploadRule,
): Promise<StoredUpload> {
  if (file === undefined || file.length === 0) throw problem('file.missing', { field })
  if (file.length > rule.maxBytes) throw problem(rule.codes.tooLarge, { field })
  const kind = rule.kinds.find((one) => sniffFile(file, `upload.${one}`).kind === one)
  if (kind === undefined) throw problem(rule.codes.kind, { field })
  if (kind === 'pdf') {
    const inspected = await inspectPdf(file, { fileName: 'upload.pdf', maxBytes: rule.maxBytes })
    if (inspected.kind === 'refused') throw problem(rule.codes.unsafe, { field })
  }
  const { hash } = await files.put(file).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return { hash, mediaType: MEDIA_TYPES[kind], bytes: file.length }
}
