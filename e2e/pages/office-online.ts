import { expect, type Locator, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'

/** 网上审核: the queue and one case. */
export class OfficeOnline {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Chooses these cases, tries out, types the number, confirms; answers what the result says. */
  async confirmMany(registrationNumbers: readonly string[], ready: number): Promise<Locator> {
    const { page } = this
    for (const number of registrationNumbers) {
      await page.getByRole('row').filter({ hasText: number }).getByRole('checkbox').check()
    }
    await lookAt(page, 'office-online-chosen')
    await page.getByRole('button', { name: '批量确认通过' }).click()
    const plan = page.getByRole('dialog', { name: '批量确认通过' })
    await expect(plan.getByText(`可以确认通过 ${ready} 件`)).toBeVisible()
    await lookAt(page, 'office-online-dry-run')
    await plan.getByRole('button', { name: `确认通过 ${ready} 件` }).click()
    await expect(plan.getByText(/输入的数字与可以通过的件数不同/)).toBeVisible()
    await plan.getByLabel(`请输入 ${ready} 以确认`).fill(String(ready))
    await plan.getByRole('button', { name: `确认通过 ${ready} 件` }).click()
    return page.getByRole('dialog', { name: '批量确认结果' })
  }

  async openCase(registrationNumber: string): Promise<void> {
    await this.page.getByRole('link', { name: registrationNumber }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: /^网上审核：/ })).toBeVisible()
  }

  /** Opens the file of a material; it is drawn on the page. */
  async lookAtFile(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `查看${name}` }).click()
    await expect(this.page.getByRole('img', { name: `${name}第 1 页` })).toBeVisible({ timeout: 20_000 })
  }

  async judge(name: string, answer: '通过' | '需更换'): Promise<void> {
    await this.page
      .getByRole('group', { name: `审核：${name}` })
      .getByRole('radio', { name: answer, exact: true })
      .check()
  }

  async act(name: string): Promise<void> {
    await this.page.getByRole('region', { name: '办理' }).getByRole('button', { name, exact: true }).click()
  }
}
