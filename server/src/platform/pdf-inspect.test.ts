import { deflateSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inspectPdf } from './pdf-inspect.ts'
import { renderAcceptanceReceipt } from './pdf-acceptance-receipt.ts'
import { aReceipt } from './pdf-sample.ts'
import { createPdfRenderer } from './pdf.ts'

const MAX = 1_048_575
const PAGES = '2 0 obj <</Type/Pages/Kids[3 0 R]/Count 1>> endobj 3 0 obj <</Type/Page/Parent 2 0 R>> endobj'

function pdf(extra = '', body: Buffer = Buffer.alloc(0), pages = PAGES): Buffer {
  return Buffer.concat([
    Buffer.from(`%PDF-1.7\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj ${pages} ${extra}`, 'latin1'),
    body,
    Buffer.from('\ntrailer <</Root 1 0 R>>\n%%EOF\n'),
  ])
}

function stream(dictionary: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`9 0 obj <<${dictionary}>> stream\n`), body, Buffer.from('\nendstream endobj ')])
}

async function found(bytes: Buffer, fileName = '户口簿.pdf'): Promise<string> {
  const inspection = await inspectPdf(bytes, { fileName, maxBytes: MAX })
  return inspection.kind === 'refused' ? inspection.reason : `${inspection.pages} pages`
}

describe('S-112 active PDF', () => {
  test('a plain one passes, with its pages counted', async () => {
    expect(await found(pdf())).toBe('1 pages')
    expect(await found(pdf('', stream('/Filter/FlateDecode', deflateSync(Buffer.from('BT (a) Tj ET')))))).toBe(
      '1 pages',
    )
  })

  test('a document of our own typesetter passes', async () => {
    const renderer = createPdfRenderer()
    const made = await renderAcceptanceReceipt(renderer, aReceipt(), { createdAt: new Date('2026-09-21T01:32:00Z') })
    await renderer.close()
    expect(await found(Buffer.from(made.pdf))).toBe(`${made.pageCount} pages`)
  })

  test.each([
    ['/Names <</JavaScript 4 0 R>>'],
    ['/OpenAction 4 0 R'],
    ['/AA <</O 4 0 R>>'],
    ['<</S/JS/JS (app.alert)>>'],
    ['/S/Launch'],
    ['/Type/EmbeddedFile'],
    ['/Subtype/RichMedia'],
    ['/XFA [(a) 4 0 R]'],
    ['/S/GoToR'],
    ['/J#61vaScript 4 0 R'],
    ['/Open#41ction 4 0 R'],
    ['/ByteRange [0 1 2 3]'],
  ])('%s is refused', async (dictionary) => {
    expect(await found(pdf(`7 0 obj <<${dictionary}>> endobj`))).toBe('active')
  })

  test('objects in a packed stream and behind a false stream are looked at too', async () => {
    const packed = (dictionary: string) => pdf('', stream(dictionary, deflateSync(Buffer.from('<</S/JS/AA 1 0 R>>'))))
    expect(await found(packed('/Type/ObjStm/Filter/FlateDecode'))).toBe('active')
    expect(await found(packed('/Type/ObjStm/Filter[/FlateDecode]'))).toBe('active')
    expect(await found(pdf('', stream('/Type/ObjStm/Filter/LZWDecode', Buffer.from('x'))))).toBe('active')
    expect(await found(pdf('% stream\n 7 0 obj <</OpenAction 4 0 R>> endobj % endstream'))).toBe('active')
  })

  test('an encrypted one, one that is cut off and one without a page', async () => {
    expect(await found(pdf('7 0 obj <</Encrypt 8 0 R>> endobj'))).toBe('encrypted')
    expect(await found(pdf().subarray(0, 60))).toBe('not-pdf')
    expect(await found(pdf('', Buffer.alloc(0), ''))).toBe('damaged')
    expect(await found(pdf('', stream('/Filter/FlateDecode', Buffer.from('no zlib'))))).toBe('damaged')
  })

  test('1,048,575 bytes are taken, 1,048,576 are not; other names and contents neither', async () => {
    const plain = pdf()
    const sized = (bytes: number) =>
      Buffer.concat([plain.subarray(0, 9), Buffer.alloc(bytes - plain.length, ' '), plain.subarray(9)])
    expect(await found(sized(1_048_575))).toBe('1 pages')
    expect(await found(sized(1_048_576))).toBe('too-large')
    expect(await found(plain, '户口簿.jpg')).toBe('not-pdf')
    expect(await found(plain, '户口簿.exe.pdf')).toBe('name')
    expect(await found(Buffer.from('<html></html>'))).toBe('not-pdf')
  })
})

describe('S-113 PDF bomb', () => {
  test('nested Flate, a hundred thousand pages, a loop of tables and a giant picture end within five seconds', async () => {
    const started = performance.now()
    const bomb = deflateSync(Buffer.alloc(100 * 1_048_576))
    const giant = stream('/Subtype/Image/Width 40000/Height 25000', Buffer.from('x'))
    const nested = stream('/Filter[/FlateDecode/FlateDecode]', deflateSync(bomb))
    expect(await found(pdf('', stream('/Filter/FlateDecode', bomb)))).toBe('too-heavy')
    expect(await found(pdf('', nested))).toBe('too-heavy')
    expect(await found(pdf('', giant))).toBe('too-heavy')
    expect(await found(pdf('', Buffer.alloc(0), '<</Type/Page>> '.repeat(61)))).toBe('too-heavy')
    expect(await found(pdf('', Buffer.alloc(0), PAGES.replace('/Count 1', '/Count 100000')))).toBe('too-heavy')
    expect(await found(pdf('/Prev 12 /Prev 12'))).toBe('damaged')
    expect(performance.now() - started).toBeLessThan(10_000)
  })

  test('six at once leave the loop of events free', async () => {
    const bomb = pdf('', stream('/Filter/FlateDecode', deflateSync(Buffer.alloc(40 * 1_048_576))))
    let longest = 0
    let last = performance.now()
    const clock = setInterval(() => {
      longest = Math.max(longest, performance.now() - last)
      last = performance.now()
    }, 5)
    await Promise.all(Array.from({ length: 6 }, () => found(bomb)))
    clearInterval(clock)
    expect(longest).toBeLessThan(400)
  })
})
