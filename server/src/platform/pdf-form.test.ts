import QRCode from 'qrcode'
import { describe, expect, test } from 'vitest'
import { type AcceptanceReceipt, renderAcceptanceReceipt } from './pdf-acceptance-receipt.ts'
import { type ApplicationForm, type ApplicationFormExtras, renderApplicationForm } from './pdf-application-form.ts'
import { createTextReader } from './pdf-drawn-text.ts'
import { aForm, aPhoto, aReceipt, aSignature } from './pdf-sample.ts'
import { createTypesetter } from './pdf-typesetter.ts'
import type { PdfRequest } from './pdf.ts'

const createdAt = new Date('2026-09-21T01:32:00Z')
const photo = await aPhoto()
const signature = await aSignature()
const readText = createTextReader()
const typeset = createTypesetter()

const toTypesetRequest = ({ template, data, images = {} }: PdfRequest) => ({
  template,
  json: JSON.stringify(data),
  images,
  createdAtSeconds: createdAt.getTime() / 1000,
})

/** Renders in this thread and keeps the words a reader sees. */
function createReadingRenderer() {
  const seen = { text: '' }
  return {
    seen,
    render: async (request: PdfRequest) => {
      seen.text = readText(toTypesetRequest(request))
      return typeset(toTypesetRequest(request))
    },
  }
}

type Pictures = Pick<ApplicationFormExtras, 'photo' | 'signature'>

async function printForm(form: ApplicationForm, pictures: Pictures = { photo, signature }) {
  const renderer = createReadingRenderer()
  const document = await renderApplicationForm(renderer, form, { ...pictures, createdAt })
  return { ...document, text: renderer.seen.text }
}

async function printReceipt(receipt: AcceptanceReceipt) {
  const renderer = createReadingRenderer()
  const document = await renderAcceptanceReceipt(renderer, receipt, { createdAt })
  return { ...document, text: renderer.seen.text }
}

const EMPTY: Partial<ApplicationForm> = {
  certificateNumber: null,
  household: null,
  applicationPlace: null,
  mailingAddress: null,
  phone: null,
  putonghua: null,
  proof: null,
  resume: [],
  medical: null,
  confirmation: null,
  decision: null,
  remarks: null,
  work: { occupation: null, workplace: null, title: null },
}

describe('the application form 教师资格认定申请表', () => {
  test('is two pages with every fact on them, rare characters included', async () => {
    const { text, pageCount, missingCharacters } = await printForm(aForm())
    expect({ pageCount, missingCharacters }).toEqual({ pageCount: 2, missingCharacters: [] })
    for (const words of [
      '教师资格认定申请表',
      '编号：20263308242000017',
      '䶮㛃𠅤𫖯',
      '1999年12月',
      '330802199912249970',
      '共青团员',
      '文学学士',
      '浙江省衢州市柯城区（户籍所在地）',
      '332022001123456',
      '20252133100012345',
      '2015年9月至2018年6月',
      '2022年9月至今',
      '郑重承诺',
      '2026年9月14日',
      '准予认定',
      '柯城区教育局（盖章）',
      '第2页共2页',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('is PDF/A-2b with a title and texts for its pictures', async () => {
    const { pdf } = await printForm(aForm())
    const file = Buffer.from(pdf).toString('utf8')
    expect(file.slice(0, 5)).toBe('%PDF-')
    expect(file).toContain('<pdfaid:part>2</pdfaid:part>')
    expect(file).toContain('<pdfaid:conformance>B</pdfaid:conformance>')
    expect(file).toContain('教师资格认定申请表（䶮㛃𠅤𫖯）')
    expect(file.match(/\/Alt /g)).toHaveLength(3)
  })

  test('is the same file for the same form', async () => {
    const [one, two] = [await printForm(aForm()), await printForm(aForm())]
    expect(Buffer.from(one.pdf).equals(Buffer.from(two.pdf))).toBe(true)
  })

  test('shows the registration number until there is a certificate number', async () => {
    const { text } = await printForm(aForm({ certificateNumber: null }))
    expect(text).toContain('报名号：482139057716239')
    expect(text).not.toContain('编号：2026')
  })

  test('keeps its two pages with every optional field empty and no pictures', async () => {
    const { text, pageCount } = await printForm(aForm(EMPTY), { photo: null, signature: null })
    expect(pageCount).toBe(2)
    expect(text).toContain('认定机构（盖章）年月日')
    expect(text).not.toMatch(/none|null|undefined/)
  })

  test('takes a name of 40 characters and a workplace of 120 on its two pages', async () => {
    const name = '阿卜杜热西提·麦麦提'.repeat(4)
    const workplace = '浙江省衢州市柯城区'.repeat(14).slice(0, 120)
    const form = aForm({ person: { ...aForm().person, name }, work: { ...aForm().work, workplace } })
    const { text, pageCount } = await printForm(form)
    expect(pageCount).toBe(2)
    expect(text).toContain(name)
    expect(text).toContain(workplace)
  })

  test('grows by a page for a career of twenty rows and loses none', async () => {
    const resume = Array.from({ length: 20 }, (_, index) => ({
      fromMonth: '2010-09',
      toMonth: null,
      place: `第${index + 1}所学校`,
      role: '教师',
      witness: null,
    }))
    const { text, pageCount } = await printForm(aForm({ resume }))
    expect(pageCount).toBe(3)
    for (const row of resume) expect(text).toContain(row.place)
  })

  test('says 演示环境，非官方文件 in the demo and nowhere else', async () => {
    expect((await printForm(aForm({ isDemo: true }))).text).toContain('演示环境，非官方文件')
    expect((await printForm(aForm({ isDemo: false }))).text).not.toContain('演示环境')
  })

  test('S-104: what looks like markup or a file is printed as the words it is', async () => {
    const hostile = [
      '#read("/etc/passwd")',
      '#image("http://127.0.0.1/x.png")',
      '<iframe src=file:///etc/passwd>',
      '*bold* _it_ $x$ @ref = head',
      '"]) #panic("x")',
      '\\u{41} ${1} {{x}}',
    ]
    const form = aForm({
      remarks: hostile.join(' '),
      promise: { paragraphs: hostile, signedOn: null },
      work: { occupation: hostile[0] ?? '', workplace: hostile[2] ?? '', title: hostile[1] ?? '' },
    })
    const { text } = await printForm(form)
    for (const words of hostile) expect(text).toContain(words.replaceAll(' ', ''))
    expect(text).not.toContain('root:')
  })

  test('is refused when it does not have its shape', async () => {
    const broken = aForm({ person: { ...aForm().person, bornOn: '1999-13-01' } })
    await expect(printForm(broken)).rejects.toThrow(/bornOn/)
  })

  test('carries the registration number in its code, without the spaces', async () => {
    let qr = ''
    const renderer = {
      render: async (request: PdfRequest) => {
        qr = Buffer.from(request.images?.['qr.svg'] ?? []).toString()
        return { pdf: new Uint8Array(), pageCount: 0, missingCharacters: [] }
      },
    }
    await renderApplicationForm(renderer, aForm(), { photo, signature, createdAt })
    expect(qr).toBe(await QRCode.toString('482139057716239', { type: 'svg', margin: 0 }))
  })
})

describe('the acceptance receipt 教师资格认定受理凭证', () => {
  test('is one page that says what was accepted, by whom, and by when the decision comes', async () => {
    const { text, pageCount, missingCharacters } = await printReceipt(aReceipt())
    expect({ pageCount, missingCharacters }).toEqual({ pageCount: 1, missingCharacters: [] })
    for (const words of [
      '教师资格认定受理凭证',
      '䶮㛃𠅤𫖯',
      '3308************70',
      '482139057716239',
      '柯城区教育局已于2026年9月21日09:31受理',
      '最迟于2026年11月9日作出认定结论',
      '衢州学院行政楼108',
      '普通话水平测试等级证书',
      '行政复议',
      '打印时间2026年9月21日09:32',
      '演示环境，非官方文件',
    ]) {
      expect(text).toContain(words)
    }
  })

  test('goes on to a second page with many materials and repeats their head', async () => {
    const materials = Array.from({ length: 24 }, (_, index) => ({
      name: `第${index + 1}项材料`,
      verification: '原件核对',
      remark: null,
    }))
    const { text, pageCount } = await printReceipt(aReceipt({ materials, contact: null, pointAddress: null }))
    expect(pageCount).toBe(2)
    expect(text.match(/已核对的材料/g)).toHaveLength(2)
    expect(text).not.toContain('咨询：')
  })

  test('is refused when a time is not written out', async () => {
    await expect(printReceipt(aReceipt({ acceptedAt: '2026-09-21T09:31' }))).rejects.toThrow(/acceptedAt/)
  })
})
