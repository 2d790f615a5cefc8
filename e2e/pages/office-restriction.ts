import { expect, type Page } from '@playwright/test'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

const DECISION = {
  name: 'decision.pdf',
  mimeType: 'application/pdf',
  buffer: Buffer.from('%PDF-1.7\n1 0 obj<<>>endobj\ntrailer<<>>\n%%EOF\n'),
}

type Named = Pick<SandboxPerson, 'name' | 'number'>

/** The pages of the 限制库 as an officer uses them. */
export class RestrictionDesk {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async openList(): Promise<void> {
    await this.page.goto('/restrictions')
    await expect(this.page.getByRole('heading', { level: 1, name: '限制库记录' })).toBeVisible()
  }

  /** Tries to save an empty form and reads every defect at once. */
  async seeDefects(): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '录入限制库' }).click()
    await page.getByRole('button', { name: '核对影响范围' }).click()
    const summary = page.getByRole('region', { name: /处需要处理/ })
    await expect(summary).toContainText('请填写姓名。')
    await expect(summary).toContainText('请选择限制类型。')
    await expect(summary).toContainText('请上传处罚决定材料')
    await lookAt(page, 'office-restriction-defects')
  }

  /** Fills the form that is open, looks at who is hit and saves. */
  async fillAndSave(person: Named, { number, day }: { readonly number: string; readonly day: string }): Promise<void> {
    const { page } = this
    await page.getByLabel('姓名').fill(person.name)
    await page.getByLabel('证件号码').fill(person.number)
    await page.getByLabel('限制类型').selectOption('考试作弊')
    await page.getByLabel('决定日期').fill(day)
    await page.getByLabel('限制截止日期').fill('2030-12-31')
    await page.getByLabel('作出决定的机关').fill('衢州市教育考试院')
    await page.getByLabel('决定文号').fill(number)
    await page.getByLabel('事由').fill('国家教师资格考试中携带通讯工具。')
    await page.locator('#decision').setInputFiles(DECISION)
    await page.getByRole('button', { name: '核对影响范围' }).click()
    await expect(page.getByRole('region', { name: '保存前核对' })).toBeVisible()
    await lookAt(page, 'office-restriction-preview')
    await page.getByRole('button', { name: '保存并提交复核' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '限制库记录详情' })).toBeVisible()
    await expect(page.getByText('待复核', { exact: true })).toBeVisible()
    await lookAt(page, 'office-restriction-pending')
  }

  /** Opens the entry that waits for this officer and accepts it. */
  async accept(): Promise<void> {
    const { page } = this
    await page.goto('/restrictions?state=pending')
    const row = page.getByRole('row').filter({ hasText: '待我复核' })
    await expect(row).toHaveCount(1)
    await lookAt(page, 'office-restrictions')
    await row.getByRole('link').click()
    await lookAt(page, 'office-restriction-review')
    await page.getByRole('button', { name: '复核通过' }).click()
    await signAct(page)
    await expect(page.getByText(/已生效|已办结/).first()).toBeVisible()
  }

  /** Opens the entry in force of this person and begins its correction. */
  async beginCorrection(): Promise<void> {
    const { page } = this
    await page.goto('/restrictions?state=effective')
    await page.getByRole('row').filter({ hasText: '柯城区教育局' }).first().getByRole('link').click()
    await page.getByRole('link', { name: '更正' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '更正限制库记录' })).toBeVisible()
    await page.getByLabel('更正原因').fill('证件号码录错。')
  }
}
