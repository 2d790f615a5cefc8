import type { DocumentText } from './document-text-kind.ts'
import { XmlRefused, decodeUtf8, decodeXml, readXml } from './sheet-xml.ts'
import type { PackedPart } from './sheet-zip.ts'

const UNPACKED_MAX = 24 * 1_048_576
const PICTURE = /\/media\/|\.(png|jpe?g|gif|emf|wmf|bmp|tiff?|svg)$/i
/** Inside a cell or paragraph a text may be cut into runs; a number cut in two is still one number. */
const RUN_TAGS = new Set([
  't',
  'r',
  'rPr',
  'b',
  'i',
  'u',
  'sz',
  'color',
  'font',
  'rFonts',
  'lang',
  'proofErr',
  'rStyle',
])

/** The characters of one part with line breaks where something ends, then the values of its attributes. */
function textsOf(xml: string): string[] {
  let text = ''
  const values: string[] = []
  for (const piece of readXml(xml)) {
    if (piece.kind === 'text') {
      text += piece.text
      continue
    }
    if (!RUN_TAGS.has(piece.name)) text += '\n'
    if (piece.kind === 'close') continue
    for (const [, one = ''] of piece.attributes.matchAll(/=\s*["']([^"']{11,400})["']/g)) values.push(decodeXml(one))
  }
  return [text, values.join('\n')]
}

/**
 * Every word of an .xlsx or .docx, whatever sheet, hidden column, comment, header or property it stands in (S-120).
 * Throws what unpacking throws.
 */
export function readOfficeText(parts: readonly PackedPart[]): DocumentText {
  let allowance = UNPACKED_MAX
  const pieces: string[] = []
  for (const part of parts) {
    if (/\.(xml|rels|vml)$/i.test(part.name)) {
      const content = part.unpack(allowance)
      allowance -= content.length
      pieces.push(...textsOf(decodeUtf8(content)))
    } else if (/\.bin$|\/embeddings\//i.test(part.name)) {
      return { kind: 'refused', reason: 'active' }
    }
  }
  return { kind: 'read', pieces, hasPictures: parts.some(({ name }) => PICTURE.test(name)) }
}

/** What an error while unpacking says of the file; anything else is our defect and goes up. */
export function refuseOfficeText(error: unknown): DocumentText {
  if (error instanceof XmlRefused) return { kind: 'refused', reason: error.reason === 'entity' ? 'active' : 'damaged' }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'refused', reason: 'too-heavy' }
  if (typeof code === 'string' && code.startsWith('Z_')) return { kind: 'refused', reason: 'damaged' }
  throw error
}
