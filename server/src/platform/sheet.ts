import { type CellLimits, type CellRefusal, CellsRefused, readCells, readSharedTexts } from './sheet-cells.ts'
import { SHEET_STYLES, type SheetContent, sheetXml } from './sheet-parts.ts'
import { XmlRefused, attributeOf, decodeUtf8, encodeXml, readXml } from './sheet-xml.ts'
import { type PackedPart, packZip, readZip } from './sheet-zip.ts'

export interface SheetLimits extends CellLimits {
  readonly fileBytes: number
  readonly unpackedBytes: number
}

/** Fits a list of ten thousand people; a caller may allow less. */
export const SHEET_LIMITS: SheetLimits = {
  fileBytes: 4 * 1_048_576,
  unpackedBytes: 24 * 1_048_576,
  rows: 10_001,
  columns: 64,
  cellLength: 2000,
}

export type SheetRefusal = 'not-a-sheet' | 'damaged' | 'too-large' | 'macro' | 'external-link' | 'entity' | CellRefusal

/** `rows` as the first sheet shows them, headings included; `rows[0]` is row 1 of the spreadsheet. */
export type SheetReading =
  | { readonly kind: 'read'; readonly rows: string[][] }
  | { readonly kind: 'refused'; readonly reason: SheetRefusal; readonly row?: number }

const CONTENT_TYPES = [
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
  '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">',
  '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>',
  '<Default Extension="xml" ContentType="application/xml"/>',
  '<Override PartName="/xl/workbook.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>',
  '<Override PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>',
  '<Override PartName="/xl/styles.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>',
  '</Types>',
].join('')

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE_RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships'

function relations(entries: readonly (readonly [id: string, kind: string, target: string])[]): string {
  const list = entries.map(
    ([id, kind, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${kind}" Target="${target}"/>`,
  )
  return `<?xml version="1.0" encoding="UTF-8"?><Relationships xmlns="${PACKAGE_RELATIONS}">${list.join('')}</Relationships>`
}

function workbookXml(name: string): string {
  const tab = encodeXml(name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31))
  return `<?xml version="1.0" encoding="UTF-8"?><workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${RELATIONS}"><sheets><sheet name="${tab}" sheetId="1" r:id="rId1"/></sheets></workbook>`
}

/**
 * One sheet as .xlsx. Every cell is an inline text, so = + - @ stay what they are (S-095); the file names no author,
 * no program and no time. A hundred thousand rows of nine columns take about a second.
 */
export function writeSheet(sheet: SheetContent): Buffer {
  const texts: [string, string][] = [
    ['[Content_Types].xml', CONTENT_TYPES],
    ['_rels/.rels', relations([['rId1', 'officeDocument', 'xl/workbook.xml']])],
    ['xl/workbook.xml', workbookXml(sheet.name)],
    [
      'xl/_rels/workbook.xml.rels',
      relations([
        ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
        ['rId2', 'styles', 'styles.xml'],
      ]),
    ],
    ['xl/styles.xml', SHEET_STYLES],
  ]
  const parts = texts.map(([name, text]) => ({ name, content: Buffer.from(text) }))
  return packZip([...parts, { name: 'xl/worksheets/sheet1.xml', content: sheetXml(sheet) }])
}

const PARTS_MAX = 300
const MACRO = /vbaproject|macrosheet|activex|\/embeddings\/|\/ctrlprops\//i
const EXTERNAL = /externallink|\/connections\.xml$|\/querytables\//i

function refusePart({ name }: PackedPart): SheetRefusal | undefined {
  if (MACRO.test(name)) return 'macro'
  return EXTERNAL.test(name) ? 'external-link' : undefined
}

/** Unpacks parts by name out of one allowance for the whole file. */
class Unpacker {
  readonly #parts: ReadonlyMap<string, PackedPart>
  #allowance: number

  constructor(parts: readonly PackedPart[], allowance: number) {
    this.#parts = new Map(parts.map((part) => [part.name.toLowerCase(), part]))
    this.#allowance = allowance
  }

  find(name: string): string | undefined {
    const content = this.#parts.get(name.toLowerCase())?.unpack(this.#allowance)
    if (content === undefined) return undefined
    this.#allowance -= content.length
    return decodeUtf8(content)
  }

  get(name: string): string {
    const text = this.find(name)
    if (text === undefined) throw new XmlRefused('damaged')
    return text
  }
}

/** Where the first sheet of the workbook stands. */
function firstSheetName(unpacker: Unpacker): string {
  let id: string | undefined
  for (const piece of readXml(unpacker.get('xl/workbook.xml'))) {
    if (piece.kind !== 'text' && piece.kind !== 'close' && piece.name === 'sheet') {
      id ??= attributeOf(piece.attributes, 'id')
    }
  }
  for (const piece of readXml(unpacker.get('xl/_rels/workbook.xml.rels'))) {
    if (piece.kind === 'text' || piece.kind === 'close' || piece.name !== 'Relationship') continue
    if (attributeOf(piece.attributes, 'Id') !== id) continue
    const target = attributeOf(piece.attributes, 'Target') ?? ''
    return target.startsWith('/') ? target.slice(1) : `xl/${target}`
  }
  throw new XmlRefused('damaged')
}

function refusalOf(error: unknown): SheetReading {
  if (error instanceof XmlRefused) return { kind: 'refused', reason: error.reason }
  if (error instanceof CellsRefused) {
    return { kind: 'refused', reason: error.reason, ...(error.row === 0 ? {} : { row: error.row }) }
  }
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'ERR_BUFFER_TOO_LARGE') return { kind: 'refused', reason: 'too-large' }
  // Zlib names its own findings; anything else is our defect and goes up.
  if (typeof code === 'string' && code.startsWith('Z_')) return { kind: 'refused', reason: 'damaged' }
  throw error
}

/**
 * Reads the first sheet of an .xlsx as text. Nothing in it is run, looked up or believed: sizes are capped while
 * unpacking, entities and document types are refused, and macros, links to other books and formulas too (S-096).
 */
export function readSheet(file: Uint8Array, limits: SheetLimits = SHEET_LIMITS): SheetReading {
  const bytes = Buffer.from(file.buffer, file.byteOffset, file.byteLength)
  if (bytes.length > limits.fileBytes) return { kind: 'refused', reason: 'too-large' }
  const parts = readZip(bytes, PARTS_MAX)
  if (parts === undefined) return { kind: 'refused', reason: 'not-a-sheet' }
  const refused = parts.map(refusePart).find((reason) => reason !== undefined)
  if (refused !== undefined) return { kind: 'refused', reason: refused }
  if (parts.reduce((total, part) => total + part.size, 0) > limits.unpackedBytes) {
    return { kind: 'refused', reason: 'too-large' }
  }
  try {
    const unpacker = new Unpacker(parts, limits.unpackedBytes)
    const types = unpacker.find('[Content_Types].xml')
    if (types === undefined || unpacker.find('xl/workbook.xml') === undefined) {
      return { kind: 'refused', reason: 'not-a-sheet' }
    }
    if (/macroEnabled/i.test(types)) return { kind: 'refused', reason: 'macro' }
    const sharedXml = unpacker.find('xl/sharedStrings.xml')
    const shared = sharedXml === undefined ? [] : readSharedTexts(sharedXml, limits)
    return { kind: 'read', rows: readCells(unpacker.get(firstSheetName(unpacker)), limits, shared) }
  } catch (error) {
    return refusalOf(error)
  }
}
