import { describe, expect, test } from 'vitest'
import { renderApplicationForm } from './pdf-application-form.ts'
import { aForm, aPhoto } from './pdf-sample.ts'
import { createTypesetter } from './pdf-typesetter.ts'
import { type PersonalScan, readDocumentText, scanFileForPersonalData } from './personal-data-scan.ts'
import { writeSheet } from './sheet.ts'
import { packZip, readZip } from './sheet-zip.ts'

const NUMBER = '330802199912249970'

function kindsOf(scan: PersonalScan): string[] {
  return scan.kind === 'found' ? scan.findings.map(({ kind }) => kind) : [scan.kind]
}

/** A clean book with one more part, or one of its own changed. */
function bookWith(name: string, text: string): Buffer {
  const clean = writeSheet({ name: '名单', columns: [{ title: '姓名' }], rows: [['张三']] })
  const parts = (readZip(clean, 50) ?? []).map((part) => ({ name: part.name, content: part.unpack(9_000_000) }))
  return packZip([...parts.filter((part) => part.name !== name), { name, content: Buffer.from(text) }])
}

const sheetOf = (cells: string, columns = '') =>
  `<worksheet>${columns}<sheetData><row r="1">${cells}</row></sheetData></worksheet>`
const SHEET = 'xl/worksheets/sheet1.xml'

describe('a file that is to become public (S-120)', () => {
  test.each([
    ['a cell', writeSheet({ name: '名单', columns: [{ title: '证件号码' }], rows: [[NUMBER]] })],
    [
      'a hidden column',
      bookWith(
        SHEET,
        sheetOf(
          `<c r="B1" t="inlineStr"><is><t>${NUMBER}</t></is></c>`,
          '<cols><col min="2" max="2" hidden="1"/></cols>',
        ),
      ),
    ],
    [
      'a second sheet',
      bookWith('xl/worksheets/sheet2.xml', sheetOf(`<c r="A1" t="inlineStr"><is><t>${NUMBER}</t></is></c>`)),
    ],
    [
      'a text cut into runs',
      bookWith(
        'xl/sharedStrings.xml',
        `<sst><si><r><t>330802</t></r><r><rPr><b/></rPr><t>199912249970</t></r></si></sst>`,
      ),
    ],
    ['a number the program has rounded', bookWith(SHEET, sheetOf('<c r="A1"><v>3.30802199912249E+17</v></c>'))],
    [
      'a comment',
      bookWith('xl/comments1.xml', `<comments><comment ref="A1"><text><t>${NUMBER}</t></text></comment></comments>`),
    ],
    [
      'the properties',
      bookWith('docProps/custom.xml', `<Properties><property><lpwstr>${NUMBER}</lpwstr></property></Properties>`),
    ],
    ['an attribute', bookWith('xl/workbook2.xml', `<definedName name="x" comment="${NUMBER}"/>`)],
    [
      'a text document',
      packZip([
        { name: '[Content_Types].xml', content: Buffer.from('<Types/>') },
        {
          name: 'word/document.xml',
          content: Buffer.from(
            `<w:document><w:p><w:r><w:t>33080219</w:t></w:r><w:r><w:t>9912249970</w:t></w:r></w:p></w:document>`,
          ),
        },
      ]),
    ],
    ['a plain text', Buffer.from(`姓名,证件号码\n张三,${NUMBER}\n`)],
  ])('is blocked for a document number in %s', async (_name, file) => {
    expect(kindsOf(await scanFileForPersonalData(file))).toEqual(['identity-number'])
  })

  test('is blocked for the number, the mobile and the card in a typeset PDF', async () => {
    const typeset = createTypesetter()
    const render = async ({
      template,
      data,
      images = {},
    }: {
      template: string
      data: unknown
      images?: Record<string, Uint8Array>
    }) => typeset({ template, json: JSON.stringify(data), images, createdAtSeconds: 1_790_000_000 })
    const createdAt = new Date('2026-09-21T01:32:00Z')
    const { pdf } = await renderApplicationForm({ render }, aForm(), {
      photo: await aPhoto(),
      signature: null,
      createdAt,
    })
    const scan = await scanFileForPersonalData(pdf)
    expect(kindsOf(scan)).toEqual(['identity-number', 'mobile'])
    expect(JSON.stringify(scan)).not.toContain(NUMBER)
  })

  test('passes when nothing private stands in it, and says when it holds pictures', async () => {
    expect(await scanFileForPersonalData(Buffer.from('咨询电话 0570-3012345'))).toEqual({
      kind: 'clean',
      hasPictures: false,
    })
    expect(await scanFileForPersonalData(await aPhoto())).toEqual({ kind: 'clean', hasPictures: true })
    expect(await scanFileForPersonalData(bookWith('xl/media/image1.png', 'x'))).toEqual({
      kind: 'clean',
      hasPictures: true,
    })
    expect(await scanFileForPersonalData(Buffer.from('电话 13900000000'), ['13900000000'])).toMatchObject({
      kind: 'clean',
    })
  })

  test.each([
    ['a damaged PDF', Buffer.from('%PDF-1.7\nnothing'), 'damaged'],
    ['a damaged book', Buffer.from('PK\u0003\u0004nothing'), 'damaged'],
    ['an archive that is no document', packZip([{ name: 'a.txt', content: Buffer.from(NUMBER) }]), 'unknown-kind'],
    ['a program', Buffer.from([0x4d, 0x5a, 0, 1, 2, 3]), 'unknown-kind'],
    ['a book with a program in it', bookWith('xl/vbaProject.bin', 'x'), 'active'],
    ['a book with an entity', bookWith(SHEET, '<!DOCTYPE x [<!ENTITY a "b">]><worksheet/>'), 'active'],
    ['a book that unfolds to 30 MB', bookWith('xl/big.xml', ' '.repeat(30_000_000)), 'too-heavy'],
  ])('is refused and never let through when it is %s', async (_name, file, reason) => {
    expect(await readDocumentText(file)).toEqual({ kind: 'refused', reason })
  })
})
