import { expect, type Page } from '@playwright/test'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { PASSWORD } from '../api/applicant.ts'
import type { Product } from '../api/product.ts'
import { listReceipts, readNewCode } from '../api/sandbox.ts'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'
import { dragPuzzle } from './security-check.ts'

/** Proves the phone by the way that needs no dragging: the computer works, a code comes. */
export async function provePhoneWithoutDragging(page: Page, product: Product, phone: string): Promise<void> {
  const known = await listReceipts(product, phone)
  await page.getByLabel('手机号码').fill(phone)
  await page.getByRole('button', { name: '获取短信验证码' }).click()
  const alternative = page.getByRole('button', { name: '不用拖动，改用电脑计算验证' })
  await expect(alternative).toBeVisible()
  await lookAt(page, 'portal-security-check')
  await alternative.click()
  await expect(page.getByText(`验证码已发送到 ${phone}`)).toBeVisible()
  await page.getByLabel('短信验证码').fill(await readNewCode(product, phone, known))
}

/** 注册, 实名核验 and 完善个人信息: stands on 业务平台 afterwards. */
export async function register(page: Page, product: Product, person: SandboxPerson): Promise<void> {
  await page.goto('/register')
  await expectTitle(page, '注册账号')
  await expect(page.getByRole('button', { name: '获取短信验证码' })).toBeVisible()
  await lookAt(page, 'portal-register')
  await page.getByLabel('证件号码').fill(person.number)
  await page.getByLabel('姓名').fill(person.name)
  await provePhoneWithoutDragging(page, product, person.phone)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await page.getByRole('button', { name: '注册并开始实名核验' }).click()
  await expectTitle(page, '实名核验')
  await expect(page.getByText('实名核验已通过')).toBeVisible({ timeout: 30_000 })
  await lookAt(page, 'portal-real-name')
  await page.getByRole('link', { name: '继续：补充民族信息' }).click()
  await expectTitle(page, '完善个人信息')
  await page.getByLabel('民族').selectOption({ label: '汉族' })
  await lookAt(page, 'portal-profile')
  await page.getByRole('button', { name: '保存民族信息并继续' }).click()
  await expectTitle(page, '业务平台')
  await lookAt(page, 'portal-business')
}

/** 退出, from any page. */
export async function signOut(page: Page): Promise<void> {
  await page.getByRole('button', { name: '退出', exact: true }).click()
  await expect(page.getByRole('banner').getByRole('link', { name: '登录', exact: true })).toBeVisible()
  await expect(page.getByRole('navigation', { name: '主要业务' })).toBeVisible()
}

/** 登录 with the puzzle, by a device the account knows. */
export async function signInByDragging(page: Page, product: Product, person: SandboxPerson): Promise<void> {
  await page.goto('/sign-in')
  await expectTitle(page, '登录')
  await lookAt(page, 'portal-sign-in')
  await page.getByLabel('账号').fill(person.number)
  await page.getByLabel('密码', { exact: true }).fill(PASSWORD)
  await dragPuzzle(page, product)
  await expect(page.getByText('拼图验证已通过')).toBeVisible()
  await page.getByRole('button', { name: '登录', exact: true }).click()
  await expectTitle(page, '业务平台')
}
