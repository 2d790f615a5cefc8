import { parentPort } from 'node:worker_threads'
import { type TypesetDocument, type TypesetRequest, createTypesetter } from './pdf-typesetter.ts'

/** What the thread answers to one request. */
export type PdfWorkerReply = { kind: 'rendered'; document: TypesetDocument } | { kind: 'failed'; message: string }

const port = parentPort
if (port === null) throw new Error('This file runs as a worker thread only.')

const typeset = createTypesetter()

function answer(request: TypesetRequest): PdfWorkerReply {
  try {
    return { kind: 'rendered', document: typeset(request) }
  } catch (error) {
    return { kind: 'failed', message: error instanceof Error ? error.message : String(error) }
  }
}

port.on('message', (request: TypesetRequest) => {
  const reply = answer(request)
  port.postMessage(reply, reply.kind === 'rendered' ? [reply.document.pdf.buffer] : [])
})
