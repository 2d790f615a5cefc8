import { expect, type Page } from '@playwright/test'
import { lookAt } from '../pages/look-at.ts'
import { signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

/** Agrees to the proposal that is shown. */
async function approve(page: Page, address: string): Promise<void> {
  await page.goto(new URL(address).pathname)
  await expect(page.getByRole('heading', { level: 2, name: '提议全文' })).toBeVisible()
  await page.getByRole('button', { name: '批准' }).click()
  await expect(page.getByText('已批准', { exact: true })).toBeVisible()
}

test('the holiday notice of a year is entered with preview and holds when a second person of the nation agrees (PLN-3, S-056)', async ({
  visitors,
}) => {
  const first = await visitors.openOffice()
  await signInAs(first, 'nation-plan')
  await first.goto('/calendar')
  await lookAt(first, 'office-calendar')
  await first.getByRole('button', { name: /^录入 \d{4} 年放假安排$/ }).click()
  await first.getByLabel('调休上班的周末').fill('不是日期')
  await first.getByRole('button', { name: '提交另一位人员批准' }).click()
  await expect(first.getByRole('link', { name: '请填写依据。' })).toBeVisible()
  await lookAt(first, 'office-calendar-wrong')
  await first.getByLabel('调休上班的周末').fill('')
  await first.getByRole('button', { name: '预览' }).click()
  await expect(first.getByRole('heading', { level: 2, name: '变更预览' })).toBeVisible()
  await lookAt(first, 'office-calendar-preview')
  await first.getByLabel('依据').fill('国务院办公厅关于部分节假日安排的通知（演示）')
  await first.getByLabel('变更理由').fill('公布下一年放假安排。')
  await first.getByRole('button', { name: '提交另一位人员批准' }).click()
  await expect(first).toHaveURL(/\/proposals\/calendar-year\//)
  await expect(first.getByRole('button', { name: '批准' })).toBeHidden()
  await lookAt(first, 'office-calendar-proposal')

  const second = await visitors.openOffice()
  await signInAs(second, 'nation-plan-2')
  await approve(second, first.url())
  await second.goto('/calendar')
  await expect(second.getByText(/国务院办公厅关于部分节假日安排的通知（演示）/)).toBeVisible()
  await expect(second.getByText(/核对 \d+ 件.*完成。/)).toBeVisible({ timeout: 30_000 })
  await lookAt(second, 'office-calendar-followed')
})

test('maintenance is announced by two persons of the nation, then changed from its row (PLN-1, PUB-7)', async ({
  visitors,
}) => {
  const first = await visitors.openOffice()
  await signInAs(first, 'nation-plan')
  await first.goto('/windows')
  await first.getByRole('button', { name: '安排维护' }).click()
  const dialog = first.getByRole('dialog', { name: '安排系统维护' })
  await dialog.getByLabel('开始时间（北京时间）').fill('2028-06-01T00:00')
  await dialog.getByLabel(/^结束时间/).fill('2028-06-07T00:00')
  await dialog.getByLabel('公众看到的说明').fill('系统维护，6月7日恢复。')
  await dialog.getByLabel('依据').fill('国家中心维护计划')
  await dialog.getByLabel('变更理由').fill('年度维护。')
  await dialog.getByRole('button', { name: '预览' }).click()
  await expect(dialog.getByRole('heading', { name: '变更预览' })).toBeVisible()
  await lookAt(first, 'office-window-preview')
  await dialog.getByRole('button', { name: '提交另一位人员批准' }).click()
  await expect(first).toHaveURL(/\/proposals\/closure\//)
  const second = await visitors.openOffice()
  await signInAs(second, 'nation-plan-2')
  await approve(second, first.url())
  await second.goto('/windows')
  await second.getByRole('button', { name: '修改提交和确认暂停' }).first().click()
  const change = second.getByRole('dialog', { name: '修改：系统维护' })
  await expect(change.getByLabel(/^结束时间/)).toHaveValue('2028-06-07T00:00')
  await lookAt(second, 'office-window-change')
})
