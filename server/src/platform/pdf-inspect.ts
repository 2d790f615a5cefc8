import { Worker } from 'node:worker_threads'
import { sniffFile } from './image-sniff.ts'
import type { PdfInspection } from './pdf-inspect-content.ts'

export type UploadedPdf =
  | { readonly kind: 'accepted'; readonly pages: number }
  | {
      readonly kind: 'refused'
      readonly reason: 'too-large' | 'not-pdf' | 'name' | Extract<PdfInspection, { kind: 'refused' }>['reason']
    }

const TIMEOUT_MS = 5000
const HEAVY: PdfInspection = { kind: 'refused', reason: 'too-heavy' }

/** Two threads at once; more uploads wait, so that a storm of them never takes the machine (S-113). */
const THREADS_MAX = 2
let running = 0
const waiting: (() => void)[] = []

async function inTurn<T>(work: () => Promise<T>): Promise<T> {
  if (running >= THREADS_MAX) await new Promise<void>((resolve) => waiting.push(resolve))
  running += 1
  try {
    return await work()
  } finally {
    running -= 1
    waiting.shift()?.()
  }
}

/** One thread for one file, with its own memory limit and five seconds; whatever breaks it is too heavy. */
function inspectInThread(bytes: Uint8Array): Promise<PdfInspection> {
  const worker = new Worker(new URL('./pdf-inspect-worker.ts', import.meta.url), {
    workerData: bytes,
    resourceLimits: { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 32 },
  })
  return new Promise((resolve) => {
    const end = (inspection: PdfInspection) => {
      clearTimeout(timer)
      void worker.terminate()
      resolve(inspection)
    }
    const timer = setTimeout(() => end(HEAVY), TIMEOUT_MS)
    worker.on('message', end)
    worker.on('error', () => end(HEAVY))
  })
}

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
  return inTurn(() => inspectInThread(bytes))
}
