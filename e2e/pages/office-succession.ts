import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

interface Order {
  readonly agencyCode: string
  readonly newCode: string
  /** User names that go over; the others end. */
  readonly movedUsernames: readonly string[]
}

/** 登记接替机构: chooses the successor, tries it out, names who goes over, puts the order down. */
export async function orderSuccession(page: Page, order: Order): Promise<void> {
  await page.goto(`/agencies/${order.agencyCode}`)
  await page.getByRole('button', { name: '登记接替机构' }).click()
  const dialog = page.getByRole('dialog', { name: /^登记接替机构/ })
  await dialog.getByRole('button', { name: '试算' }).click()
  await expect(dialog.getByText('请填写接替机构的 5 位代码。')).toBeVisible()
  await dialog.getByLabel('接替机构代码').fill(order.newCode)
  await dialog.getByRole('button', { name: '试算' }).click()
  await expect(dialog.getByRole('list', { name: '移交内容' })).toBeVisible()
  for (const username of order.movedUsernames)
    await dialog.getByRole('checkbox', { name: new RegExp(`${username} `) }).check()
  await dialog.getByLabel('批准文号').fill('浙教人〔2026〕96号')
  await dialog.getByLabel('调整原因').fill('行政区划调整。')
  await lookAt(page, 'office-succession-order')
  await dialog.getByRole('button', { name: /^登记由/ }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('须由另一位系统管理员批准。')).toBeVisible()
}

/** 批准接替 as the second person, and waits until everything has gone over. */
export async function approveSuccession(page: Page, agencyCode: string): Promise<void> {
  await page.goto(`/agencies/${agencyCode}`)
  await expect(page.getByText('等待批准')).toBeVisible()
  await lookAt(page, 'office-succession-waiting')
  await page.getByRole('button', { name: '批准接替' }).click()
  await signAct(page)
  await expect(page.getByText('已生效')).toBeVisible({ timeout: 30_000 })
  await lookAt(page, 'office-succession-done')
}
