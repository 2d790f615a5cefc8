import { encodeXml } from './sheet-xml.ts'

export interface SheetColumn {
  readonly title: string
  /** In characters; 16 when nothing is said. */
  readonly width?: number
}

export interface SheetContent {
  /** The name on the tab. */
  readonly name: string
  readonly columns: readonly SheetColumn[]
  readonly rows: Iterable<readonly string[]>
}

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'

/** Style 1 is text (@), so a cell stays text when somebody edits it; style 2 is the heading. */
export const SHEET_STYLES = [
  `<?xml version="1.0" encoding="UTF-8"?><styleSheet xmlns="${MAIN}">`,
  '<fonts count="2"><font><sz val="11"/><name val="宋体"/></font><font><b/><sz val="11"/><name val="宋体"/></font></fonts>',
  '<fills count="2"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill></fills>',
  '<borders count="1"><border/></borders>',
  '<cellStyleXfs count="1"><xf/></cellStyleXfs>',
  '<cellXfs count="3"><xf xfId="0"/><xf numFmtId="49" applyNumberFormat="1" xfId="0"/>',
  '<xf numFmtId="49" fontId="1" applyNumberFormat="1" applyFont="1" xfId="0"/></cellXfs></styleSheet>',
].join('')

/** The longest text a spreadsheet program opens. */
const CELL_LENGTH_MAX = 32_767
const ROWS_AT_ONCE = 2000

function cellXml(text: string, style: 1 | 2): string {
  if (text === '') return `<c s="${style}"/>`
  if (text.length > CELL_LENGTH_MAX) throw new Error('a cell is longer than spreadsheets can show')
  const escaped = text.replaceAll(/_(?=x[\dA-Fa-f]{4}_)/g, '_x005F_')
  return `<c s="${style}" t="inlineStr"><is><t xml:space="preserve">${encodeXml(escaped)}</t></is></c>`
}

function rowXml(cells: readonly string[], style: 1 | 2): string {
  return `<row>${cells.map((text) => cellXml(text, style)).join('')}</row>`
}

function headXml({ columns }: SheetContent): string {
  const widths = columns.map(({ width }, index) => {
    const number = index + 1
    return `<col min="${number}" max="${number}" width="${width ?? 16}" style="1" customWidth="1"/>`
  })
  const titles = columns.map(({ title }) => title)
  return [
    `<?xml version="1.0" encoding="UTF-8"?><worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0">`,
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>',
    `<cols>${widths.join('')}</cols><sheetData>${rowXml(titles, 2)}`,
  ].join('')
}

/** The one sheet of a book: headings, which stay in view, then the rows. */
export function sheetXml(sheet: SheetContent): Buffer {
  const pieces = [Buffer.from(headXml(sheet))]
  let waiting: string[] = []
  for (const row of sheet.rows) {
    waiting.push(rowXml(row, 1))
    if (waiting.length < ROWS_AT_ONCE) continue
    pieces.push(Buffer.from(waiting.join('')))
    waiting = []
  }
  pieces.push(Buffer.from(`${waiting.join('')}</sheetData></worksheet>`))
  return Buffer.concat(pieces)
}
