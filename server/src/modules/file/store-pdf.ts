import { type FileStore, StorageFull } from '../../platform/file-store.ts'
import { PDF_PAGES_MAX } from '../../platform/pdf-inspect-content.ts'
import { type UploadedPdf, inspectPdf } from '../../platform/pdf-inspect.ts'
import { problem } from '../../platform/problem.ts'

const PROBLEM_OF = {
  'too-large': 'material.too-large',
  'not-pdf': 'material.not-pdf',
  name: 'material.name-tricky',
  active: 'material.pdf-active',
  encrypted: 'material.pdf-encrypted',
  damaged: 'material.pdf-damaged',
  'too-heavy': 'material.pdf-too-heavy',
} as const satisfies Record<Extract<UploadedPdf, { kind: 'refused' }>['reason'], string>

export interface StoredPdf {
  readonly hash: string
  readonly bytes: number
  readonly pages: number
}

/** Judges a PDF by its content and stores it; `field` is where the sentence of a refusal stands (S-112, S-113, S-120). */
export async function storePdf(
  files: Pick<FileStore, 'put'>,
  bytes: Buffer,
  asked: { readonly fileName: string; readonly maxBytes: number; readonly field: string },
): Promise<StoredPdf> {
  const { fileName, maxBytes, field } = asked
  const inspected = await inspectPdf(bytes, { fileName, maxBytes })
  if (inspected.kind === 'refused') {
    throw problem(PROBLEM_OF[inspected.reason], { field, values: { pages: PDF_PAGES_MAX } })
  }
  const { hash } = await files.put(bytes).catch((error: unknown) => {
    throw error instanceof StorageFull ? problem('file.storage-full') : error
  })
  return { hash, bytes: bytes.length, pages: inspected.pages }
}
