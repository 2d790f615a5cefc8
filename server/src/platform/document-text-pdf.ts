import { getDocumentProxy } from 'unpdf'
import { inspectPdfContent } from './pdf-inspect-content.ts'
import type { DocumentText } from './document-text-kind.ts'

/** Everything written in a PDF: its pages line by line, notes and fields laid over them, and its properties. */
export async function readPdfText(bytes: Buffer): Promise<DocumentText> {
  const inspected = inspectPdfContent(bytes)
  if (inspected.kind === 'refused') return inspected
  // The reader takes the bytes for itself, so it gets a copy.
  const pdf = await getDocumentProxy(new Uint8Array(bytes), { verbosity: 0 }).catch(() => undefined)
  if (pdf === undefined) return { kind: 'refused', reason: 'damaged' }
  const pieces: string[] = []
  let hasPictures = false
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number)
    const { items } = await page.getTextContent({ includeMarkedContent: false, disableNormalization: false })
    const text = items.map((item) => ('str' in item ? `${item.str}${item.hasEOL ? '\n' : ''}` : '')).join('')
    hasPictures ||= text.trim() === ''
    pieces.push(text, JSON.stringify(await page.getAnnotations()))
  }
  const { info, metadata } = await pdf.getMetadata()
  pieces.push(JSON.stringify(info), metadata === null ? '' : JSON.stringify([...metadata]))
  return { kind: 'read', pieces: pieces.filter((piece) => piece !== ''), hasPictures }
}
