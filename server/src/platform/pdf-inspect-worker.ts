import { parentPort, workerData } from 'node:worker_threads'
import { inspectPdfContent } from './pdf-inspect-content.ts'

const port = parentPort
if (port === null || !(workerData instanceof Uint8Array)) throw new Error('This file runs as a worker thread only.')

port.postMessage(inspectPdfContent(Buffer.from(workerData.buffer, workerData.byteOffset, workerData.byteLength)), [])
