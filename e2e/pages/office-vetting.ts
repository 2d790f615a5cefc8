import { expect } from '@playwright/test'
import { lookAt } from './look-at.ts'
import type { Office } from './office.ts'

const CHECKS = [
  { title: '无犯罪记录核查', send: /^发起 \d+ 件无犯罪记录核查$/ },
  { title: '性侵违法犯罪信息查询', send: /^发起 \d+ 件性侵信息查询$/ },
]

/** 背景核查: sends every pending case of both checks and waits until both batches have come back. */
export async function vetEverything(office: Office): Promise<void> {
  const { page } = office
  await office.goTo('背景核查')
  for (const { title, send } of CHECKS) {
    const pending = page.getByRole('region', { name: new RegExp(`^待${title}`) })
    await pending.getByRole('button', { name: '全选' }).click()
    await lookAt(page, 'office-vetting')
    await pending.getByRole('button', { name: /^发起 \d+ 件$/ }).click()
    await page
      .getByRole('dialog', { name: `发起${title}` })
      .getByRole('button', { name: send })
      .click()
    const done = page.getByRole('dialog', { name: `${title}已发起` })
    await done.getByRole('button', { name: '完成' }).click()
  }
  const batches = page.getByRole('table', { name: '核查批次' }).getByRole('row')
  for (const { title } of CHECKS) {
    await expect(batches.filter({ hasText: title }).first()).toContainText('已全部返回', { timeout: 30_000 })
  }
  await lookAt(page, 'office-vetting-answered')
}
