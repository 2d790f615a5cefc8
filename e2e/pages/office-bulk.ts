import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

const LISTED_AT_ONCE = 50

interface Wanted {
  readonly stage: 'awaiting-review' | 'awaiting-approval'
  readonly button: '批量审核通过' | '批量认定通过'
  readonly verb: '审核通过' | '认定通过'
  readonly count: number
  /** Names that the dry run leaves out. */
  readonly dirty: readonly string[]
}

/** Lists the whole stage, page after page, and chooses every row. */
async function chooseAll(page: Page, { stage, count }: Wanted): Promise<void> {
  await page.goto(`/cases?stage=${stage}`)
  for (let shown = LISTED_AT_ONCE; shown < count; shown += LISTED_AT_ONCE) {
    await expect(page.getByRole('row')).toHaveCount(shown + 1)
    await page.getByRole('button', { name: '更多', exact: true }).click()
  }
  await expect(page.getByRole('row')).toHaveCount(count + 1)
  await page.getByRole('checkbox', { name: /全选|全部/ }).check()
  await expect(page.getByText(`已选 ${count} 件`)).toBeVisible()
}

/** Choose, dry run, confirm by the number, wait for the run; answers the lines of the downloaded result. */
export async function runBulk(page: Page, wanted: Wanted): Promise<readonly string[]> {
  const { button, verb, count, dirty, stage } = wanted
  const clean = count - dirty.length
  await chooseAll(page, wanted)
  await page.getByRole('button', { name: button }).click()
  const dialog = page.getByRole('dialog', { name: button })
  await expect(dialog.locator('.bulk-counts')).toContainText(`可以${verb} ${clean} 件`, { timeout: 120_000 })
  await expect(dialog.getByRole('listitem')).toHaveCount(dirty.length)
  for (const name of dirty) await expect(dialog.getByRole('listitem').filter({ hasText: name })).toBeVisible()
  await lookAt(page, 'office-bulk')
  await dialog.getByRole('button', { name: `${verb} ${clean} 件` }).click()
  await expect(dialog.getByText(`输入的数字与可以通过的件数不同，请输入 ${clean}。`)).toBeVisible()
  await dialog.getByLabel(`请输入 ${clean} 以确认`).fill(String(clean))
  await dialog.getByRole('button', { name: `${verb} ${clean} 件` }).click()
  if (stage === 'awaiting-approval') await signAct(page)
  await expect(page.getByRole('button', { name: '下载结果表' })).toBeVisible({ timeout: 300_000 })
  await expect(page.locator('.bulk-counts')).toContainText(`已${verb} ${clean} 件，未办理 0 件`)
  await lookAt(page, 'office-run')
  const file = page.waitForEvent('download')
  await page.getByRole('button', { name: '下载结果表' }).click()
  return readFileSync(await (await file).path(), 'utf8')
    .trim()
    .split('\r\n')
}

/** Finds the one case of this name by the search of the queue; it opens by itself. */
export async function openByName(page: Page, name: string): Promise<void> {
  await page.goto('/cases')
  await page.getByLabel('查找申请').fill(name)
  await page.getByRole('button', { name: '查找', exact: true }).click()
  await expect(page.getByRole('heading', { level: 1, name: /^报名号/ })).toBeVisible()
  await expect(page.getByText(name).first()).toBeVisible()
}
