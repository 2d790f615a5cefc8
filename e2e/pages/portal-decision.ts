import { expect, type Page } from '@playwright/test'
import { drawPdf } from '../api/online.ts'
import { fetchDocument } from './fetch-document.ts'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'

const PDF = { name: '学历证书.pdf', mimeType: 'application/pdf', buffer: drawPdf('review') }

/** 决定书、复查和评价 of the case that is open. */
export class PortalDecision {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async open(link: RegExp): Promise<void> {
    await this.page.getByRole('link', { name: link }).click()
    await expectTitle(this.page, '决定书、复查和评价')
  }

  /** The letter is a PDF for its applicant. */
  async download(): Promise<void> {
    const order = this.page.getByRole('button', { name: '下载决定书', exact: true })
    const link = this.page.getByRole('link', { name: '下载决定书（PDF）' })
    await expect(order.or(link).first()).toBeVisible()
    if (await order.isVisible()) await order.click()
    await expect(link).toBeVisible({ timeout: 60_000 })
    expect(await fetchDocument(link)).toEqual({ type: 'application/pdf', start: '%PDF-' })
  }

  /** Tries an empty request and a file that is none, then asks with a reason and a paper. */
  async askForReview(words: string): Promise<void> {
    const { page } = this
    const panel = page.getByRole('region', { name: '申请复查' })
    await panel.getByRole('button', { name: '提交复查申请' }).click()
    await expect(page.getByRole('region', { name: /处需要处理/ })).toContainText('请至少用 10 个字写明您认为哪里有误。')
    await lookAt(page, 'portal-review-defects')
    await panel.getByLabel('申请理由').fill(words)
    await page.locator('#file').setInputFiles({ ...PDF, buffer: Buffer.from('GIF89a') })
    await expect(page.getByRole('region', { name: /处需要处理/ })).toContainText('只接收 PDF 文件')
    await page.locator('#file').setInputFiles(PDF)
    await expect(page.getByRole('list', { name: '已上传的材料' })).toContainText('学历证书')
    await lookAt(page, 'portal-review')
    await panel.getByRole('button', { name: '提交复查申请' }).click()
    await expect(page.getByText('复查申请已提交').first()).toBeVisible()
  }

  /** 评价: once. */
  async rate(): Promise<void> {
    const panel = this.page.getByRole('region', { name: '评价服务' })
    await panel.getByRole('radio', { name: '不满意', exact: true }).check()
    await panel.getByLabel('意见和建议').fill('希望多开放几个确认时段。')
    await panel.getByRole('button', { name: '提交评价' }).click()
    await expect(panel.getByText('您的评价：不满意')).toBeVisible()
    await lookAt(this.page, 'portal-decision')
  }
}
