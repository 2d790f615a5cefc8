import { expect, type Page } from '@playwright/test'
import { OFFICER_PASSWORD } from '../api/officer.ts'
import { PIN } from '../api/sandbox.ts'

/** The office's door as any officer of the demonstration passes it. */
export class OfficeDoor {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** First half: name and password. */
  async sayPassword(username: string): Promise<void> {
    const { page } = this
    await page.goto('/sign-in')
    await page.getByLabel('用户名').fill(username)
    await page.getByLabel('密码', { exact: true }).fill(OFFICER_PASSWORD)
    await page.getByRole('button', { name: '下一步：使用密钥' }).click()
  }

  async signInWithUsbKey(username: string): Promise<void> {
    await this.sayPassword(username)
    await this.page.getByLabel('密钥口令').fill(PIN)
    await this.page.getByRole('button', { name: '签名并登录' }).click()
    await this.expectInside()
  }

  /** By passkey; `choose` where a USB key is on file as well. */
  async signInWithPasskey(username: string, { choose }: { readonly choose: boolean }): Promise<void> {
    await this.sayPassword(username)
    if (choose) await this.page.getByRole('radio', { name: '通行密钥' }).check()
    await this.page.getByRole('button', { name: '签名并登录' }).click()
    await this.expectInside()
  }

  async expectInside(): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: '我的工作' })).toBeVisible()
  }

  async signOut(): Promise<void> {
    await this.page.getByRole('button', { name: '退出', exact: true }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: '工作人员登录' })).toBeVisible()
  }

  /** Goes to 我的登录 by the own name in the header. */
  async openOwnSignIn(): Promise<void> {
    await this.page.getByTitle('我的登录').click()
    await expect(this.page.getByRole('heading', { level: 1, name: '我的登录' })).toBeVisible()
  }
}
