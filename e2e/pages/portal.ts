import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'

/** Goes to a page of the main navigation. */
export async function goTo(
  page: Page,
  name: '首页' | '网上办事' | '证书查询' | '常见问题' | '咨询服务',
): Promise<void> {
  await page.getByRole('navigation', { name: '主导航' }).getByRole('link', { name }).click()
  await expect(page.getByRole('link', { name }).first()).toHaveAttribute('aria-current', 'page')
}

/** Waits for the page with this title. */
export async function expectTitle(page: Page, title: string | RegExp): Promise<void> {
  const exact = typeof title === 'string' ? { exact: true } : {}
  await expect(page.getByRole('heading', { level: 1, name: title, ...exact })).toBeVisible()
}

/** The pages that anybody may read, each looked at once. */
export async function readPublicPages(page: Page): Promise<void> {
  await page.goto('/')
  await expect(page.getByRole('navigation', { name: '主要业务' })).toBeVisible()
  await expect(page.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await lookAt(page, 'portal-home')
  await goTo(page, '网上办事')
  await lookAt(page, 'portal-services')
  await goTo(page, '常见问题')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookAt(page, 'portal-questions')
  await goTo(page, '咨询服务')
  await lookAt(page, 'portal-help')
  await goTo(page, '证书查询')
  await lookAt(page, 'portal-certificates')
  await page.goto('/business/must-read')
  await expect(page.getByRole('link', { name: '已阅读，去报名' })).toBeVisible()
  await lookAt(page, 'portal-must-read')
  await page.goto('/forgot-password')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookAt(page, 'portal-forgot-password')
  await page.goto('/nowhere')
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await lookAt(page, 'portal-not-found')
}

/** Chooses 柯城区 on the start page; the browser remembers it. */
export async function choosePlace(page: Page): Promise<void> {
  await page.getByLabel('省份').selectOption({ label: '浙江省' })
  await page.getByLabel('城市').selectOption({ label: '衢州市' })
  await page.getByLabel('区县').selectOption({ label: '柯城区' })
  await expect(page.getByText('柯城区教育局').first()).toBeVisible({ timeout: 30_000 })
}
