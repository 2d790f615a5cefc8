import { expect, type Page } from '@playwright/test'

/** One empty page. */
const PDF = {
  mimeType: 'application/pdf',
  buffer: Buffer.from(
    '%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n',
  ),
}

/** The pages of 公告 as an officer uses them. */
export class NoticeDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openNew(): Promise<void> {
    await this.page.goto('/notices')
    await this.page.getByRole('link', { name: '写公告', exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: '写公告' })).toBeVisible()
  }

  async write({ title, body }: { readonly title?: string; readonly body: string }): Promise<void> {
    if (title !== undefined) await this.page.getByLabel('标题').fill(title)
    await this.page.getByLabel('正文', { exact: true }).fill(body)
  }

  async preview(): Promise<void> {
    const answer = this.page.waitForResponse((response) => response.url().endsWith('/api/notice-previews'))
    await this.page.getByRole('button', { name: /预览/ }).click()
    expect((await answer).status()).toBe(200)
  }

  async saveNew(): Promise<void> {
    await this.save()
    await expect(this.page).toHaveURL(/\/notices\/[0-9a-f-]{36}$/)
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存草稿' }).click()
    await expect(this.page.getByRole('heading', { level: 2, name: '拟公布内容' })).toBeVisible()
  }

  async edit(): Promise<void> {
    await this.page.getByRole('link', { name: '修改', exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: '修改公告' })).toBeVisible()
  }

  async attach(name: string): Promise<void> {
    await this.page.locator('#attachment').setInputFiles({ name, ...PDF })
    await expect(this.page.getByRole('button', { name: `移除附件 ${name}` })).toBeVisible()
  }

  async publish(): Promise<void> {
    await this.page.getByRole('button', { name: '公布', exact: true }).click()
    await expect(this.page.getByText('公布中', { exact: true })).toBeVisible()
  }

  async submit(): Promise<void> {
    await this.page.getByRole('button', { name: '提交审核' }).click()
    await expect(this.page.getByText('待审核', { exact: true })).toBeVisible()
  }

  async withdraw(reason: string): Promise<void> {
    await this.page.getByRole('button', { name: '撤下', exact: true }).click()
    const dialog = this.page.getByRole('dialog', { name: '撤下公告' })
    await dialog.getByLabel('撤下原因').fill(reason)
    await dialog.getByRole('button', { name: '撤下', exact: true }).click()
    await expect(this.page.getByText('已撤下', { exact: true })).toBeVisible()
  }
}
