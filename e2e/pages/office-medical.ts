import { readFileSync } from 'node:fs'
import { expect, type Page } from '@playwright/test'
import { appendRows } from '../api/sheet.ts'
import { lookAt } from './look-at.ts'

/** Rows as a hospital writes them: number, name, conclusion, day, hospital, form. */
export type MedicalRows = readonly (readonly string[])[]

/** 体检结论: the lists of the hospitals. */
export class OfficeMedical {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** The empty sheet that hospitals are given. */
  async downloadTemplate(): Promise<Buffer> {
    const file = this.page.waitForEvent('download')
    await this.page.getByRole('link', { name: '名单模板（Excel）' }).click()
    return readFileSync(await (await file).path())
  }

  /** Chooses a filled sheet; the trial begins by itself. */
  async choose(template: Buffer, rows: MedicalRows): Promise<void> {
    await this.page.locator('#medical-sheet').setInputFiles({
      name: '体检结论名单.xlsx',
      mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      buffer: appendRows(template, rows),
    })
  }

  /** What the trial says of one row of the sheet. */
  async expectRow(row: number, words: string): Promise<void> {
    const table = this.page.getByRole('region', { name: '需要留意的行' })
    await expect(table.getByRole('row').filter({ hasText: `第 ${row} 行` })).toContainText(words)
  }

  /** Sees every wrong row of a sheet at once, and that nothing of it can be taken. */
  async expectRefused(look: string): Promise<void> {
    await expect(this.page.getByText('还不能导入')).toBeVisible()
    await expect(this.page.getByRole('button', { name: /^导入 / })).toHaveCount(0)
    await lookAt(this.page, look)
  }

  async takeIn(rowCount: number, answer: string): Promise<void> {
    await lookAt(this.page, 'office-medical-plan')
    await this.page.getByRole('button', { name: `导入 ${rowCount} 行` }).click()
    await expect(this.page.getByText(answer)).toBeVisible()
  }

  /** Gives a row of the work list to the case with this 报名号, or lays it aside. */
  async solve(name: string, registrationNumber: string | null): Promise<void> {
    const { page } = this
    await page.getByRole('button', { name: `处理${name}的一行` }).click()
    const dialog = page.getByRole('dialog', { name: `处理：${name}` })
    if (registrationNumber === null) await dialog.getByRole('button', { name: '不再处理' }).click()
    else {
      await dialog.getByRole('button', { name: '登记到这份申请' }).click()
      await expect(dialog.getByText('请填写报名号。')).toBeVisible()
      await lookAt(page, 'office-medical-solve')
      await dialog.getByLabel('报名号').fill(registrationNumber)
      await dialog.getByRole('button', { name: '登记到这份申请' }).click()
    }
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('button', { name: `处理${name}的一行` })).toHaveCount(0)
  }
}
