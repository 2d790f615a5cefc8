import { parentPort, workerData } from 'node:worker_threads'
import type { DocumentText } from './document-text-kind.ts'
import { readOfficeText, refuseOfficeText } from './document-text-office.ts'
import { readPdfText } from './document-text-pdf.ts'
import { findImageFormat } from './image.ts'
import { readZip } from './sheet-zip.ts'

const port = parentPort
if (port === null || !(workerData instanceof Uint8Array)) throw new Error('This file runs as a worker thread only.')

const PARTS_MAX = 300

/** Plain text as Chinese offices save it: UTF-8 or GB 18030. */
function readPlainText(bytes: Buffer): DocumentText {
  if (bytes.includes(0)) return { kind: 'refused', reason: 'unknown-kind' }
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
      return { kind: 'read', pieces: [text], hasPictures: false }
    } catch {
      // Not this encoding: the next one is tried.
    }
  }
  return { kind: 'refused', reason: 'unknown-kind' }
}

async function read(bytes: Buffer): Promise<DocumentText> {
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') return readPdfText(bytes)
  if (findImageFormat(bytes) !== undefined) return { kind: 'read', pieces: [], hasPictures: true }
  if (bytes.subarray(0, 2).toString('latin1') !== 'PK') return readPlainText(bytes)
  const parts = readZip(bytes, PARTS_MAX)
  if (parts === undefined) return { kind: 'refused', reason: 'damaged' }
  if (!parts.some(({ name }) => name === '[Content_Types].xml')) return { kind: 'refused', reason: 'unknown-kind' }
  try {
    return readOfficeText(parts)
  } catch (error) {
    return refuseOfficeText(error)
  }
}

port.postMessage(await read(Buffer.from(workerData.buffer, workerData.byteOffset, workerData.byteLength)), [])
