import { expect, type Locator, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'

/** 网上审核: the queue and one case. */
export class OfficeOnline {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Chooses all that are listed, tries out, types the number of the clean ones, confirms; answers what the result says. */
  async confirmAllClean({ listed, clean }: { readonly listed: number; readonly clean: number }): Promise<Locator> {
    const { page } = this
    await expect(page.getByRole('row')).toHaveCount(listed + 1)
    await page.getByRole('checkbox', { name: '选择已列出的全部件' }).check()
    await expect(page.getByText(`已选 ${listed} 件`)).toBeVisible()
    await lookAt(page, 'office-online-chosen')
    await page.getByRole('button', { name: '批量确认通过' }).click()
    const plan = page.getByRole('dialog', { name: '批量确认通过' })
    await expect(plan.getByText(`可以确认通过 ${clean} 件`)).toBeVisible()
    await expect(plan.getByRole('listitem')).toHaveCount(listed - clean)
    await lookAt(page, 'office-online-dry-run')
    await plan.getByRole('button', { name: `确认通过 ${clean} 件` }).click()
    await expect(plan.getByText(/输入的数字与可以通过的件数不同/)).toBeVisible()
    await plan.getByLabel(`请输入 ${clean} 以确认`).fill(String(clean))
    await plan.getByRole('button', { name: `确认通过 ${clean} 件` }).click()
    return page.getByRole('dialog', { name: '批量确认结果' })
  }

  async openCase(registrationNumber: string): Promise<void> {
    await this.page.getByRole('link', { name: registrationNumber }).click()
    await this.#expectCase(registrationNumber)
  }

  /** From one case to the next that waits, without the queue between them. */
  async goToNext(): Promise<void> {
    const name = await this.#shownName()
    await this.page.getByRole('link', { name: '下一件', exact: true }).click()
    await this.#expectOther(name)
  }

  async #shownName(): Promise<string> {
    const title = this.page.getByRole('heading', { level: 1, name: /^网上审核：/ })
    return ((await title.textContent()) ?? '').replace('网上审核：', '')
  }

  /** The page has gone on: to another case, or to the queue when there is none. */
  async #expectOther(name: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: `网上审核：${name}` })).toHaveCount(0)
    await expect(this.page.getByRole('heading', { level: 1, name: /^网上审核/ })).toBeVisible()
  }

  async #expectCase(registrationNumber: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: /^网上审核：/ })).toBeVisible()
    await expect(this.page.getByText(`报名号 ${registrationNumber}`)).toBeVisible()
  }

  /** Says 通过 to every file of the case. */
  async judgeAllGood(): Promise<void> {
    const groups = this.page.getByRole('group', { name: /^审核：/ })
    await expect(groups.first()).toBeVisible()
    for (const group of await groups.all()) {
      await group.getByRole('radio', { name: '通过', exact: true }).check()
    }
  }

  /** 通过: every file is good, the case goes on to its recognition, and the next one opens by itself. */
  async pass(): Promise<void> {
    const name = await this.#shownName()
    await this.judgeAllGood()
    await this.act('确认通过')
    await this.page.getByRole('dialog').getByRole('button', { name: '确认通过并出具受理凭证' }).click()
    await expect(this.page.getByText(`已确认通过：${name}。`)).toBeVisible()
    await this.#expectOther(name)
  }

  /** 需补材料: one file is rejected for the first reason of the catalogue, and the full list goes out at once. */
  async askForFiles(material: string, detail: string): Promise<void> {
    await this.judgeAllGood()
    await this.judge(material, '需更换')
    await this.act('一次告知补正')
    await expect(this.page.getByText('请选择需更换的原因。')).toBeVisible()
    await this.page.getByRole('checkbox', { name: /文件模糊/ }).check()
    await this.page.getByRole('textbox', { name: /文件模糊.*具体情况/ }).fill(detail)
    await this.act('一次告知补正')
    const question = this.page.getByRole('dialog', { name: /^一次告知补正/ })
    await expect(question.getByText(`文件模糊、缺页或者无法辨认。（${detail}）`)).toBeVisible()
    await lookAt(this.page, 'office-online-supplement')
    await question.getByRole('button', { name: '发出补正通知' }).click()
    await expect(question).toBeHidden()
    await expect(this.page.getByText('等待补正', { exact: true })).toBeVisible()
  }

  /** 需现场: the applicant is asked to the point and told why. */
  async askToPoint(why: string): Promise<void> {
    await this.act('请申请人到场')
    const question = this.page.getByRole('dialog', { name: /^请申请人到场/ })
    await question.getByRole('button', { name: '通知申请人到场' }).click()
    await expect(question.getByText('请写明需要到场核验的内容。')).toBeVisible()
    await question.getByLabel('到场原因').fill(why)
    await lookAt(this.page, 'office-online-ask-to-point')
    await question.getByRole('button', { name: '通知申请人到场' }).click()
    await expect(question).toBeHidden()
    await expect(this.page.getByText('已约到场', { exact: true })).toBeVisible()
  }

  /** Names of the materials that wait for a judgement. */
  async listMaterials(): Promise<string[]> {
    const groups = this.page.getByRole('group', { name: /^审核：/ })
    await expect(groups.first()).toBeVisible()
    const legends = await groups.locator('legend').allTextContents()
    return legends.map((legend) => legend.replace('审核：', ''))
  }

  /** Opens the file of a material; it is drawn on the page. */
  async lookAtFile(name: string): Promise<void> {
    await this.page.getByRole('button', { name: `查看${name}` }).click()
    await expect(this.page.getByRole('img', { name: `${name}第 1 页` })).toBeVisible({ timeout: 20_000 })
  }

  async judge(name: string, answer: '通过' | '需更换'): Promise<void> {
    await this.page
      .getByRole('group', { name: `审核：${name}` })
      .getByRole('radio', { name: answer, exact: true })
      .check()
  }

  async act(name: string): Promise<void> {
    await this.page.getByRole('region', { name: '办理' }).getByRole('button', { name, exact: true }).click()
  }
}
