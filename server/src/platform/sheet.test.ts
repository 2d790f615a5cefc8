import { describe, expect, it } from 'vitest'
import { SHEET_LIMITS, type SheetReading, readSheet, writeSheet } from './sheet.ts'
import { type ZipPart, packZip, readZip } from './sheet-zip.ts'

const DANGEROUS = [
  '=1+1',
  '+1',
  '-1',
  '@SUM(A1)',
  '\t=1',
  '\r=1',
  '＝1',
  '=HYPERLINK("http://x","y")',
  '<f>1</f>',
  '_x0041_',
]

function unpacked(file: Buffer): Map<string, string> {
  return new Map((readZip(file, 50) ?? []).map((part) => [part.name, part.unpack(99_000_000).toString('utf8')]))
}

function reasonOf(reading: SheetReading): string {
  return reading.kind === 'read' ? 'read' : reading.reason
}

const SHEET_PART = 'xl/worksheets/sheet1.xml'

/** A good book with some parts put in place of its own, or added. */
function bookWith(changes: Record<string, string>): Buffer {
  const good = unpacked(writeSheet({ name: '名单', columns: [{ title: '姓名' }], rows: [['张三']] }))
  const parts: ZipPart[] = [...new Map([...good, ...Object.entries(changes)])].map(([name, text]) => ({
    name,
    content: Buffer.from(text),
  }))
  return packZip(parts)
}

function sheetOf(rows: string, before = ''): string {
  return `<?xml version="1.0" encoding="UTF-8"?>${before}<worksheet><sheetData>${rows}</sheetData></worksheet>`
}

describe('writeSheet', () => {
  it('S-095 keeps what looks like a formula as text, cell by cell', () => {
    const file = writeSheet({
      name: '名单',
      columns: [{ title: '姓名', width: 12 }],
      rows: DANGEROUS.map((text) => [text]),
    })
    const xml = unpacked(file).get(SHEET_PART) ?? ''
    expect(xml).not.toContain('<f>')
    expect(xml.match(/<c /g)).toHaveLength(DANGEROUS.length + 1)
    expect(xml.match(/t="inlineStr"/g)).toHaveLength(DANGEROUS.length + 1)
    expect(readSheet(file)).toEqual({ kind: 'read', rows: [['姓名'], ...DANGEROUS.map((text) => [text])] })
  })

  it('S-120 names no author, no program and no time, and hides nothing', () => {
    const file = writeSheet({ name: '公示/名单', columns: [{ title: '姓名' }], rows: [['张三']] })
    const parts = unpacked(file)
    expect([...parts.keys()].filter((name) => name.startsWith('docProps'))).toEqual([])
    expect([...parts.values()].join('')).not.toMatch(/creator|lastModifiedBy|hidden|comment/i)
    expect(writeSheet({ name: '公示/名单', columns: [{ title: '姓名' }], rows: [['张三']] }).equals(file)).toBe(true)
  })

  it('leaves out characters that XML cannot carry and gives empty cells their place', () => {
    const file = writeSheet({
      name: 'a',
      columns: [{ title: 'a' }, { title: 'b' }],
      rows: [
        ['\u0000张\uD800', ''],
        ['', '李'],
      ],
    })
    expect(readSheet(file)).toEqual({ kind: 'read', rows: [['a', 'b'], ['张\uFFFD'], ['', '李']] })
  })

  it('writes twenty thousand rows in less than five seconds', () => {
    const rows = Array.from({ length: 20_000 }, (_row, index) =>
      Array.from({ length: 9 }, (_cell, column) => `${index}-${column}`),
    )
    const started = performance.now()
    const file = writeSheet({ name: 'a', columns: rows[0]?.map((title) => ({ title })) ?? [], rows })
    expect(performance.now() - started).toBeLessThan(5000)
    const reading = readSheet(file, { ...SHEET_LIMITS, rows: 20_001, unpackedBytes: 64 * 1_048_576 })
    expect(reading.kind === 'read' && reading.rows.length).toBe(20_001)
  })
})

describe('readSheet', () => {
  it('reads shared texts, numbers, gaps and rows that were left out as the spreadsheet shows them', () => {
    const file = bookWith({
      'xl/sharedStrings.xml':
        '<sst><si><t>姓名</t></si><si><r><t>王</t></r><r><t>五</t></r><rPh><t>ワン</t></rPh></si></sst>',
      [SHEET_PART]: sheetOf(
        '<row r="1"><c r="A1" t="s"><v>0</v></c></row><row r="3"><c r="A3" t="s"><v>1</v></c><c r="C3"><v>3.3080220000102E+17</v></c><c r="D3"><v>46279</v></c><c r="E3" t="b"><v>1</v></c></row>',
      ),
    })
    expect(readSheet(file)).toEqual({
      kind: 'read',
      rows: [['姓名'], [], ['王五', '', '3.3080220000102E+17', '46279', '1']],
    })
  })

  it('S-096 refuses a sheet that defines entities, asks for a file or hides behind another encoding', () => {
    const laughs = '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>'
    const outside = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>'
    const cell = '<row r="1"><c r="A1" t="inlineStr"><is><t>&b;</t></is></c></row>'
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf(cell, laughs) })))).toBe('entity')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf(cell, outside) })))).toBe('entity')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf(cell) })))).toBe('entity')
    const sixteen = Buffer.from(`\uFEFF${sheetOf(cell, outside)}`, 'utf16le')
    const parts = [...unpacked(bookWith({}))].map(([name, text]) => ({ name, content: Buffer.from(text) }))
    const file = packZip([...parts.filter(({ name }) => name !== SHEET_PART), { name: SHEET_PART, content: sixteen }])
    expect(reasonOf(readSheet(file))).toBe('damaged')
  })

  it('S-096 refuses macros, links to other books and formulas', () => {
    expect(reasonOf(readSheet(bookWith({ 'xl/vbaProject.bin': 'x' })))).toBe('macro')
    expect(
      reasonOf(
        readSheet(
          bookWith({ '[Content_Types].xml': '<Types>application/vnd.ms-excel.sheet.macroEnabled.main+xml</Types>' }),
        ),
      ),
    ).toBe('macro')
    expect(reasonOf(readSheet(bookWith({ 'xl/externalLinks/externalLink1.xml': '<a/>' })))).toBe('external-link')
    const formula = sheetOf('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c></row>')
    expect(readSheet(bookWith({ [SHEET_PART]: formula }))).toEqual({ kind: 'refused', reason: 'formula', row: 1 })
  })

  it('S-096 refuses bombs, a million rows and endless cells quickly and in bounded memory', () => {
    const before = process.memoryUsage().rss
    const started = performance.now()
    const bomb = packZip([
      { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
      { name: 'xl/workbook.xml', content: Buffer.alloc(200 * 1_048_576, ' ') },
    ])
    expect(reasonOf(readSheet(bomb))).toBe('too-large')
    // The same bomb with a directory that lies about its size.
    const lying = Buffer.from(bomb)
    lying.writeUInt32LE(100, lying.lastIndexOf(Buffer.from('PK\u0001\u0002', 'latin1')) + 24)
    expect(reasonOf(readSheet(lying))).toBe('too-large')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf('<row/>'.repeat(1_000_000)) })))).toBe('too-many-rows')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf('<row r="1048576"/>') })))).toBe('too-many-rows')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf('<row r="1"><c r="XFD1"><v>1</v></c></row>') })))).toBe(
      'too-many-columns',
    )
    const long = sheetOf(`<row r="1"><c t="inlineStr"><is><t>${'长'.repeat(40_000)}</t></is></c></row>`)
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: long })))).toBe('cell-too-long')
    expect(performance.now() - started).toBeLessThan(5000)
    // The bomb itself was made here and takes two hundred megabytes.
    expect(process.memoryUsage().rss - before).toBeLessThan(600 * 1_048_576)
  })

  it('refuses what is no book, is cut off or points nowhere', () => {
    expect(reasonOf(readSheet(Buffer.from('姓名,结论\n张三,合格')))).toBe('not-a-sheet')
    expect(reasonOf(readSheet(Buffer.alloc(0)))).toBe('not-a-sheet')
    expect(reasonOf(readSheet(bookWith({}).subarray(0, 700)))).toBe('not-a-sheet')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: '<worksheet><sheetData><row' })))).toBe('damaged')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: sheetOf('<row r="2"/><row r="1"/>') })))).toBe('damaged')
    const shared = sheetOf('<row r="1"><c r="A1" t="s"><v>7</v></c></row>')
    expect(reasonOf(readSheet(bookWith({ [SHEET_PART]: shared })))).toBe('damaged')
    const good = bookWith({})
    for (let at = 0; at < good.length; at += 7) {
      const torn = Buffer.from(good)
      torn[at] = (torn[at] ?? 0) ^ 0xff
      expect(['read', 'refused']).toContain(readSheet(torn).kind)
    }
  })
})
