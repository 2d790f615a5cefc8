import { expect, type Page } from '@playwright/test'
import { OFFICER_PASSWORD } from '../api/officer.ts'
import { PIN } from '../api/sandbox.ts'
import { lookAt } from './look-at.ts'

/** Signs any officer of the demonstration in by user name. */
export async function signInAs(page: Page, username: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('用户名').fill(username)
  await page.getByLabel('密码', { exact: true }).fill(OFFICER_PASSWORD)
  await page.getByRole('button', { name: '下一步：使用密钥' }).click()
  await page.getByLabel('密钥口令').fill(PIN)
  await page.getByRole('button', { name: '签名并登录' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '我的工作' })).toBeVisible()
}

/** Registers a person of one's own agency; the list shows the name afterwards. */
export async function enterPerson(
  page: Page,
  person: { readonly name: string; readonly number: string },
): Promise<void> {
  await page.goto('/staff')
  await lookAt(page, 'office-staff-people')
  await page.getByRole('button', { name: '登记人员' }).click()
  const dialog = page.getByRole('dialog', { name: '登记人员' })
  await dialog.getByRole('button', { name: '登记并提请备案' }).click()
  await lookAt(page, 'office-staff-enter-wrong')
  await dialog.getByLabel('姓名').fill(person.name)
  await dialog.getByLabel('证件号码').fill(person.number)
  await dialog.getByLabel('手机号码').fill('19900000077')
  await dialog.getByLabel('岗位').fill('教师资格认定经办人')
  await dialog.getByRole('button', { name: '登记并提请备案' }).click()
  await expect(page.getByRole('link', { name: person.name })).toBeVisible()
}

/** Opens the page of a person from the list. */
export async function openPerson(page: Page, name: string): Promise<void> {
  await page.goto('/staff')
  await page.getByRole('link', { name }).click()
  await expect(page.getByRole('heading', { level: 2, name })).toBeVisible()
}

/** 待备案 → 予以备案, as the province does. */
export async function filePerson(page: Page, name: string): Promise<void> {
  await page.goto('/staff-filings')
  await page.getByRole('checkbox', { name: `选择 ${name}` }).check()
  await lookAt(page, 'office-staff-filings')
  await page.getByRole('button', { name: '予以备案' }).click()
  await page.getByRole('dialog').getByRole('button', { name: '予以备案' }).click()
  await expect(page.getByRole('checkbox', { name: `选择 ${name}` })).toBeHidden()
}
