import { expect, type Locator, type Page } from '@playwright/test'
import type { OfficeRole } from '@xingtan/contract/office/session'
import { OFFICER_PASSWORD } from '../api/officer.ts'
import { PIN } from '../api/sandbox.ts'
import { lookAt } from './look-at.ts'

/** The frame of the office: sign-in by password, key and PIN; the way to each page. */
export class Office {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Signs an officer of 柯城区教育局, or of another place of the demonstration, in and stands on 我的工作. */
  async signIn(role: OfficeRole, place = 'kecheng'): Promise<void> {
    const { page } = this
    await page.goto('/')
    await expect(page.getByRole('heading', { level: 1, name: '工作人员登录' })).toBeVisible()
    await lookAt(page, 'office-sign-in')
    await page.getByLabel('用户名').fill(`${place}-${role}`)
    await page.getByLabel('密码', { exact: true }).fill(OFFICER_PASSWORD)
    await page.getByRole('button', { name: '下一步：使用密钥' }).click()
    await page.getByLabel('密钥口令').fill(PIN)
    await lookAt(page, 'office-sign-in-key')
    await page.getByRole('button', { name: '签名并登录' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '我的工作' })).toBeVisible()
    await expect(page.getByRole('heading', { level: 2, name: /^(?:按到期日|可以办理的事项)$/ })).toBeVisible()
    await lookAt(page, place === 'kecheng' ? `office-work-${role}` : `office-work-${place}-${role}`)
  }

  /** Goes to a page of the menu; a long menu shows the places of one group only. */
  async goTo(
    name:
      | '我的工作'
      | '现场确认'
      | '网上审核'
      | '未读留言'
      | '体检结论'
      | '服务申请'
      | '办理队列'
      | '背景核查'
      | '证书档案',
  ): Promise<void> {
    const menu = this.page.getByRole('navigation')
    const link = menu.getByRole('link', { name, exact: true })
    if (!(await link.isVisible())) await menu.getByRole('link', { name: '办件', exact: true }).click()
    await link.click()
    await expect(this.page.getByRole('heading', { level: 1, name })).toBeVisible()
  }

  /** A dialog by the beginning of its title. */
  dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }
}
