import { Worker } from 'node:worker_threads'
import type { TypesetDocument, TypesetRequest } from './pdf-typesetter.ts'
import type { PdfWorkerReply } from './pdf-worker.ts'

/** The document could not be made: a template error, a picture that cannot be drawn, a crash or a time-out. */
export class PdfFailed extends Error {
  override name = 'PdfFailed'
}

/** Too many documents wait; the caller answers 503 with Retry-After. */
export class PdfOverloaded extends Error {
  override name = 'PdfOverloaded'
}

export interface PdfRequest {
  /** File name in `server/templates` without its ending. */
  template: string
  /** Anything JSON can carry; shown as text, never read as markup (S-104). */
  data: object
  /** Pictures by file name, e.g. `photo.jpg`. */
  images?: Readonly<Record<string, Uint8Array>>
  /** Written into the file as its date of creation. */
  createdAt: Date
}

export interface PdfRenderer {
  /** Makes a PDF/A-2b file. Throws `PdfFailed` or `PdfOverloaded`. */
  render(request: PdfRequest): Promise<TypesetDocument>
  /** Ends the threads; documents under way fail. */
  close(): Promise<void>
}

export interface PdfRendererOptions {
  /** Each takes about 180 MB and makes about 70 forms a second. */
  threads?: number
  /** Documents that may wait for a thread. */
  queueLimit?: number
  /** From the start of the work to giving up, the start of the thread included. */
  timeoutMs?: number
  /** The thread's file; replaced in tests by one that crashes. */
  workerFile?: URL
}

interface Job {
  request: TypesetRequest
  resolve: (document: TypesetDocument) => void
  reject: (error: Error) => void
}

type ThreadOptions = Required<Pick<PdfRendererOptions, 'timeoutMs' | 'workerFile'>>

/** One thread, started with its first document and again after a crash; it does one document at a time. */
function createThread({ timeoutMs, workerFile }: ThreadOptions) {
  let worker: Worker | undefined
  let finish: ((reply: PdfWorkerReply) => void) | undefined

  const stop = async (): Promise<void> => {
    const stopping = worker
    worker = undefined
    await stopping?.terminate()
  }

  const start = (): Worker => {
    const started = new Worker(workerFile)
    const end = (message: string) => {
      if (worker !== started) return
      worker = undefined
      finish?.({ kind: 'failed', message })
    }
    started.on('message', (reply: PdfWorkerReply) => finish?.(reply))
    started.on('error', (error) => end(error instanceof Error ? error.message : 'The thread failed.'))
    started.on('exit', (code) => end(`The thread ended with code ${code}.`))
    return started
  }

  const run = async (request: TypesetRequest): Promise<TypesetDocument> => {
    const current = (worker ??= start())
    current.ref()
    const reply = await new Promise<PdfWorkerReply>((resolve) => {
      const timer = setTimeout(() => {
        void stop()
        finish?.({ kind: 'failed', message: `No document after ${timeoutMs} ms.` })
      }, timeoutMs)
      finish = (result) => {
        clearTimeout(timer)
        finish = undefined
        resolve(result)
      }
      current.postMessage(request, [])
    })
    // An idle thread does not keep the process alive.
    current.unref()
    if (reply.kind === 'failed') throw new PdfFailed(reply.message)
    return reply.document
  }

  const close = async (): Promise<void> => {
    await stop()
    finish?.({ kind: 'failed', message: 'The renderer was closed.' })
  }

  return { run, close }
}

type Thread = ReturnType<typeof createThread>

/** Starts nothing until the first document is asked for. */
export function createPdfRenderer({
  threads = 1,
  queueLimit = 100,
  timeoutMs = 20_000,
  workerFile = new URL('./pdf-worker.ts', import.meta.url),
}: PdfRendererOptions = {}): PdfRenderer {
  const all = Array.from({ length: threads }, () => createThread({ timeoutMs, workerFile }))
  const idle: Thread[] = [...all]
  const waiting: Job[] = []

  const work = async (thread: Thread, job: Job): Promise<void> => {
    await thread.run(job.request).then(job.resolve, job.reject)
    const next = waiting.shift()
    if (next === undefined) idle.push(thread)
    else void work(thread, next)
  }

  return {
    render: ({ template, data, images = {}, createdAt }) =>
      new Promise((resolve, reject) => {
        const createdAtSeconds = Math.floor(createdAt.getTime() / 1000)
        const request = { template, json: JSON.stringify(data), images, createdAtSeconds }
        const thread = idle.pop()
        if (thread !== undefined) void work(thread, { request, resolve, reject })
        else if (waiting.length < queueLimit) waiting.push({ request, resolve, reject })
        else reject(new PdfOverloaded('Too many documents wait to be made.'))
      }),
    close: async () => {
      for (const job of waiting.splice(0)) job.reject(new PdfFailed('The renderer was closed.'))
      await Promise.all(all.map((thread) => thread.close()))
    },
  }
}
