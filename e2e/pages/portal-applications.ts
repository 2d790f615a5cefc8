import { expect, type Page } from '@playwright/test'
import { fetchDocument } from './fetch-document.ts'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'

/** 查询报名信息 → the one case of this person; its 认定状态 is `status`. */
export async function openOwnCase(page: Page, status: string): Promise<void> {
  await page.goto('/applications')
  await expectTitle(page, '查询报名信息')
  const card = page.getByRole('article').filter({ hasText: status })
  await expect(card).toBeVisible()
  await lookAt(page, `portal-applications-${status}`)
  await card.getByRole('link').click()
  await expect(page.getByRole('heading', { level: 2, name: '办理进度' })).toBeVisible()
  await expect(page.getByText(status, { exact: true }).first()).toBeVisible()
  await lookAt(page, `portal-case-${status}`)
}

/** 申请表预览: a PDF that opens in a window of its own. */
export async function previewForm(page: Page): Promise<void> {
  await page.getByRole('button', { name: '申请表预览' }).click()
  const link = page.getByRole('link', { name: '打开申请表（PDF）' })
  await expect(link).toBeVisible({ timeout: 30_000 })
  expect(await fetchDocument(link)).toEqual({ type: 'application/pdf', start: '%PDF-' })
  const opening = page.waitForEvent('popup')
  await link.click()
  await (await opening).close()
}
