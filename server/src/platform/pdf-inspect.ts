import { readInThread } from './file-thread.ts'
import { sniffFile } from './image-sniff.ts'
import type { PdfInspection } from './pdf-inspect-content.ts'

export type UploadedPdf =
  | { readonly kind: 'accepted'; readonly pages: number }
  | {
      readonly kind: 'refused'
      readonly reason: 'too-large' | 'not-pdf' | 'name' | Extract<PdfInspection, { kind: 'refused' }>['reason']
    }

const HEAVY: PdfInspection = { kind: 'refused', reason: 'too-heavy' }

/**
 * Whether an uploaded file is a plain PDF smaller than `maxBytes` + 1: content sniffed, nothing active or encrypted in
 * it, and no bomb. Applicant handbook 3.2.5 (PDF, smaller than 1 MB); S-112, S-113.
 */
export async function inspectPdf(
  bytes: Uint8Array,
  { fileName, maxBytes }: { readonly fileName: string; readonly maxBytes: number },
): Promise<UploadedPdf> {
  if (bytes.length > maxBytes) return { kind: 'refused', reason: 'too-large' }
  const sniffed = sniffFile(bytes, fileName)
  if (sniffed.kind === 'refused') return { kind: 'refused', reason: sniffed.reason === 'name' ? 'name' : 'not-pdf' }
  if (sniffed.kind !== 'pdf') return { kind: 'refused', reason: 'not-pdf' }
  return readInThread(new URL('./pdf-inspect-worker.ts', import.meta.url), bytes, HEAVY)
}
