import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

interface Wish {
  /** A part of what stands in the choice: name or user name. */
  readonly giver: string
  readonly receiver: string
  readonly dueOn: string
  readonly remarks: string
}

async function choose(page: Page, label: string, part: string): Promise<void> {
  const box = page.getByRole('dialog').getByLabel(label)
  const option = box.locator('option', { hasText: part }).first()
  await box.selectOption({ value: (await option.getAttribute('value')) ?? '' })
}

/** 发起交接: tries it empty first, then names the two persons. */
export async function openHandover(page: Page, wish: Wish): Promise<void> {
  await page.goto('/handovers')
  await lookAt(page, 'office-handovers')
  await page.getByRole('button', { name: '发起交接' }).click()
  const dialog = page.getByRole('dialog', { name: '发起交接' })
  await dialog.getByRole('button', { name: '发起交接' }).click()
  await expect(dialog.getByRole('link', { name: '请选择移交人。' })).toBeVisible()
  await lookAt(page, 'office-handover-wrong')
  await choose(page, '移交人', wish.giver)
  await choose(page, '接收人', wish.receiver)
  await dialog.getByLabel('办结期限（含）').fill(wish.dueOn)
  await dialog.getByLabel('交接说明').fill(wish.remarks)
  await dialog.getByRole('button', { name: '发起交接' }).click()
  await expect(dialog).toBeHidden()
}

/** Opens the list of a giver from 我的交接 and signs it with the key. */
export async function signHandover(page: Page, giverName: string, act: '签字移交' | '签字接收'): Promise<void> {
  await page.goto('/handovers')
  await page.getByRole('region', { name: '我的交接' }).getByRole('link', { name: giverName }).first().click()
  await expect(page.getByRole('heading', { level: 2, name: '移交事项' })).toBeVisible()
  const side = act === '签字移交' ? 'giver' : 'receiver'
  await lookAt(page, `office-handover-${side}`)
  await page.getByRole('button', { name: act }).click()
  await signAct(page)
  await expect(page.getByRole('button', { name: act })).toBeHidden()
}

/** 登记物品 with a keeper. */
export async function registerItem(
  page: Page,
  item: { readonly serial: string; readonly keeper: string },
): Promise<void> {
  await page.goto('/custody')
  await page.getByRole('button', { name: '登记物品' }).click()
  const dialog = page.getByRole('dialog', { name: '登记物品' })
  await dialog.getByLabel('编号').fill(item.serial)
  await dialog.getByLabel('名称').fill('认定专用机（二楼）')
  await choose(page, '保管人', item.keeper)
  await dialog.getByLabel('说明').fill('2026 年配发。')
  await dialog.getByRole('button', { name: '登记', exact: true }).click()
  await expect(page.getByRole('link', { name: '认定专用机（二楼）' })).toBeVisible()
  await lookAt(page, 'office-custody')
}
