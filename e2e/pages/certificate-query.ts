import { expect, type Page } from '@playwright/test'
import type { Product } from '../api/product.ts'
import { lookAt } from './look-at.ts'
import { provePhoneWithoutDragging } from './portal-account.ts'
import { expectTitle, goTo } from './portal.ts'

interface Question {
  readonly name: string
  readonly documentNumber: string
  readonly certificateNumber: string
  /** The asker's own. */
  readonly phone: string
}

/** 证书查询 · 其他查询, as somebody without an account. */
export async function queryCertificate(page: Page, product: Product, question: Question): Promise<void> {
  await page.goto('/')
  await goTo(page, '证书查询')
  await page.getByRole('link', { name: '核对一本证书' }).click()
  await expectTitle(page, '其他查询')
  await lookAt(page, 'portal-certificate-query')
  await page.getByLabel('姓名').fill(question.name)
  await page.getByLabel('证件号码').fill(question.documentNumber)
  await page.getByLabel('证书号码').fill(question.certificateNumber)
  await provePhoneWithoutDragging(page, product, question.phone)
  await page.getByRole('button', { name: '查询证书' }).click()
  await expect(page.getByRole('region', { name: '查询结果' })).toBeVisible()
  await lookAt(page, 'portal-certificate-answer')
}
