import { type Locator, type Page, expect } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

export interface Times {
  readonly opens: string
  readonly closes: string
}

/** The pages of plans as an officer works on them. */
export class PlanDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The board of a round. */
  async openBoard(round: string): Promise<void> {
    await this.page.goto('/plans')
    await this.page.getByLabel('批次').selectOption({ label: round })
    await expect(this.page.getByRole('table', { name: '各机构的计划' })).toBeVisible()
  }

  async start(): Promise<void> {
    await this.page.getByRole('button', { name: '制定本机构计划' }).click()
    await expect(this.page.getByRole('heading', { level: 2, name: '计划内容' })).toBeVisible()
  }

  async open(agencyName: string): Promise<void> {
    await this.page.getByRole('link', { name: `打开${agencyName}的计划` }).click()
    await expect(this.page.getByRole('heading', { level: 1, name: `${agencyName}的计划` })).toBeVisible()
  }

  async setWindow(title: string, { opens, closes }: Times): Promise<void> {
    await this.page.getByLabel(`${title}开始`, { exact: true }).fill(opens)
    await this.page.getByLabel(`${title}结束`, { exact: true }).fill(closes)
  }

  async addWindow(title: string, times: Times): Promise<void> {
    await this.page.getByRole('button', { name: `设置${title}` }).click()
    await this.setWindow(title, times)
  }

  async setDay(label: string, day: string): Promise<void> {
    await this.page.getByLabel(label).fill(day)
  }

  get findings(): Locator {
    return this.page.getByRole('region', { name: '检查结果' })
  }

  async save(): Promise<void> {
    await this.page.getByRole('button', { name: '保存草稿' }).click()
    await expect(this.page.getByText('已保存', { exact: true })).toBeVisible()
  }

  /** Hands in with a reason for every warning; `name` names the picture of the question. */
  async handIn(name: string): Promise<void> {
    await this.page.getByRole('button', { name: '提交上级审批' }).click()
    const dialog = this.page.getByRole('dialog', { name: '提交上级审批' })
    await lookAt(this.page, name)
    for (const reason of await dialog.getByRole('textbox').all())
      await reason.fill('按全市统一安排，已与医院和确认点核对。')
    await dialog.getByRole('button', { name: '提交上级审批' }).click()
    await expect(this.page.getByText('待上级审批', { exact: true })).toBeVisible()
  }

  async approve(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 2, name: '审批' })).toBeVisible()
    await lookAt(this.page, name)
    await this.page.getByRole('button', { name: '批准计划' }).click()
    await signAct(this.page)
    await expect(this.page.getByText('已批准，待发布', { exact: true })).toBeVisible()
  }

  async sendBack(reason: string): Promise<void> {
    await this.page.getByLabel('退回理由').fill(reason)
    await this.page.getByRole('button', { name: '退回修改' }).click()
    await signAct(this.page)
    await expect(this.page.getByText('上级已退回', { exact: true }).first()).toBeVisible()
  }

  /** 发布计划 or 发布变更, at once. */
  async publish(title: '发布计划' | '发布变更'): Promise<void> {
    await this.page.reload()
    await this.page.getByRole('button', { name: title }).click()
    const dialog = this.page.getByRole('dialog', { name: title })
    await dialog.getByRole('button', { name: title }).click()
    await signAct(this.page)
    await expect(this.page.getByText('已发布', { exact: true })).toBeVisible()
  }

  /** 延期 of 现场确认 by a signed order. */
  async extendConfirm(closes: string, number: string): Promise<void> {
    await this.page.getByRole('button', { name: '录入延期决定' }).click()
    const dialog = this.page.getByRole('dialog', { name: '录入延期决定' })
    await dialog.getByRole('button', { name: '延期', exact: true }).click()
    await expect(dialog.getByText('请填写新的截止时间。')).toBeVisible()
    await lookAt(this.page, 'office-plan-extend-wrong')
    await dialog.getByLabel('现场确认').check()
    await dialog.getByLabel('新的截止时间').fill(closes)
    await dialog.getByLabel('文号').fill(number)
    await dialog.getByLabel('签发人').fill('越千峰')
    await dialog.getByLabel('延期原因').fill('台风期间部分确认点停止办公三天。')
    await dialog.getByRole('button', { name: '延期', exact: true }).click()
    await signAct(this.page)
    await expect(dialog).toBeHidden()
    await expect(this.page.getByText(number)).toBeVisible()
  }
}
