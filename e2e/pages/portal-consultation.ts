import { expect, type Page } from '@playwright/test'
import type { Product } from '../api/product.ts'
import { lookAt } from './look-at.ts'
import { provePhoneWithoutDragging } from './portal-account.ts'
import { expectTitle, goTo } from './portal.ts'

export interface Receipt {
  readonly number: string
  readonly queryCode: string
}

/** As small as a JPG can be told from something else. */
const JPG = Buffer.concat([
  Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'),
  Buffer.alloc(64),
  Buffer.from('ffd9', 'hex'),
])

/** 咨询服务 of the portal, as somebody without an account. */
export class PortalConsultation {
  readonly #page: Page

  constructor(page: Page) {
    this.#page = page
  }

  /** From the navigation to the form of a kind. */
  async begin(door: '我要咨询' | '我要投诉' | '我要举报'): Promise<void> {
    const page = this.#page
    await page.goto('/')
    await goTo(page, '咨询服务')
    await page.getByRole('link', { name: '在线咨询' }).click()
    await expectTitle(page, '在线咨询')
    await lookAt(page, 'portal-consultations')
    await page.getByRole('link', { name: door }).click()
    await expectTitle(page, door)
  }

  /** Sends the empty form: every defect is named at once and leads to its field. */
  async seeDefects(): Promise<void> {
    const page = this.#page
    await page.getByRole('button', { name: /^提交/ }).click()
    const summary = page.getByRole('region', { name: /处需要处理/ })
    await expect(summary).toBeFocused()
    await expect(summary.getByRole('link')).toHaveCount(5)
    await lookAt(page, 'portal-consultation-defects')
  }

  /** Everything but who writes. */
  async fillIn(item: { readonly topic: string; readonly title: string; readonly body: string }): Promise<void> {
    const page = this.#page
    await page.getByRole('radio', { name: item.topic }).check()
    await page.getByLabel('省份').selectOption({ label: '浙江省' })
    await page.getByLabel('城市').selectOption({ label: '衢州市' })
    await page.getByLabel('区县').selectOption({ label: '柯城区' })
    await page.getByLabel(/写给哪个机构|被投诉的机构/).selectOption({ label: '柯城区教育局' })
    await page.getByLabel('标题').fill(item.title)
    await page.getByLabel('具体内容').fill(item.body)
  }

  async namePhone(product: Product, name: string, phone: string): Promise<void> {
    const page = this.#page
    await page.getByRole('radio', { name: '验证手机后提交' }).check()
    await page.getByLabel('姓名').fill(name)
    await provePhoneWithoutDragging(page, product, phone)
    await lookAt(page, 'portal-consultation-form')
  }

  /** Reads the receipt after sending. */
  async readReceipt(title: string): Promise<Receipt> {
    const page = this.#page
    await expectTitle(page, title)
    const receipt = page.getByRole('region', { name: '受理回执' })
    await lookAt(page, 'portal-consultation-receipt')
    const text = await receipt.innerText()
    const number = /Z\d{12}/.exec(text)?.[0]
    const queryCode = /(?<![A-Z0-9])[A-HJ-NP-Z2-9]{10}(?![A-Z0-9])/.exec(text)?.[0]
    if (number === undefined || queryCode === undefined) throw new Error(`no receipt in ${text}`)
    return { number, queryCode }
  }

  async addEvidence(): Promise<void> {
    const page = this.#page
    await page.getByLabel('证明材料').setInputFiles({ name: '截图.jpg', mimeType: 'image/jpeg', buffer: JPG })
    await expect(page.getByText('已收到 1 份材料')).toBeVisible()
  }

  /** 查询办理情况 with number and code. */
  async ask({ number, queryCode }: Receipt): Promise<void> {
    const page = this.#page
    await page.goto('/consultations/query')
    await page.getByLabel('受理编号').fill(number)
    await page.getByLabel('查询码').fill(queryCode.toLowerCase())
    await page.getByRole('button', { name: '查询办理情况' }).click()
    await expect(page.getByRole('region', { name: '办理过程' })).toBeVisible()
    expect(page.url()).not.toContain(queryCode)
  }
}
