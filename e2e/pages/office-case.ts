import { expect, type Locator, type Page } from '@playwright/test'
import { fetchDocument } from './fetch-document.ts'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

/** One case on the officer's screen. */
export class OfficeCase {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** Waits for the case with this 报名号. */
  async expectShown(registrationNumber: string): Promise<void> {
    await expect(this.page.getByRole('heading', { level: 1, name: `报名号 ${registrationNumber}` })).toBeVisible()
    await expect(this.page.getByRole('heading', { level: 2, name: '核验清单' })).toBeVisible()
  }

  /** Says 相符 to every line that needs a person, and records a fit medical conclusion. */
  async judgeEverything(examinedOn: string): Promise<void> {
    const { page } = this
    const lines = page.getByRole('group', { name: /^人工核验：/ })
    await expect(lines.first()).toBeVisible()
    for (const line of await lines.all()) await line.getByRole('radio', { name: '相符', exact: true }).check()
    const medical = page.getByRole('group', { name: '体检结论' })
    await medical.getByRole('radio', { name: '合格', exact: true }).check()
    await page.getByLabel('体检日期').fill(examinedOn)
    await page.getByLabel('体检医院').fill('演示医院')
  }

  /** 确认通过, and the 受理凭证 that comes with it. */
  async confirm(name: string): Promise<void> {
    await this.#decide('确认通过')
    const question = this.#dialog(`确认通过：${name}`)
    await lookAt(this.page, 'office-case-confirm')
    await question.getByRole('button', { name: '确认通过并出具受理凭证' }).click()
    const answer = this.#dialog('已确认通过')
    const link = answer.getByRole('link', { name: /打开受理凭证/ })
    await expect(link).toBeVisible()
    await lookAt(this.page, 'office-case-confirmed')
    expect(await fetchDocument(link)).toEqual({ type: 'application/pdf', start: '%PDF-' })
    await answer.getByRole('button', { name: '留在本件' }).click()
  }

  /** First pair of eyes: 审核通过. */
  async review(name: string): Promise<void> {
    await this.#decide('审核通过')
    const question = this.#dialog(`审核通过：${name}`)
    await lookAt(this.page, 'office-case-review')
    await question.getByRole('button', { name: '提交意见：审核通过' }).click()
    await expect(question).toBeHidden()
    await expect(this.page.getByText('建议通过')).toBeVisible()
  }

  /** First pair of eyes: 审核不通过 for one reason, with its detail. */
  async reviewAsFailed(name: string, note: string): Promise<string> {
    await this.#decide('审核不通过')
    const question = this.#dialog(`审核不通过：${name}`)
    const reason = await chooseReason(question, note)
    await question.getByRole('button', { name: '提交意见：审核不通过' }).click()
    await expect(question).toBeHidden()
    await expect(this.page.getByText('建议不通过')).toBeVisible()
    return reason
  }

  /** Second pair of eyes: 认定通过; answers the 17 digits. */
  async approve(name: string): Promise<string> {
    await this.#decide('认定通过')
    const question = this.#dialog(`认定通过：${name}`)
    await lookAt(this.page, 'office-case-approve')
    await question.getByRole('button', { name: '认定通过并编定号码' }).click()
    await signAct(this.page)
    const answer = this.page.getByRole('dialog', { name: '认定通过', exact: true })
    await expect(answer.getByText(/已认定通过/)).toBeVisible()
    await lookAt(this.page, 'office-case-approved')
    const number = /\d{17}/.exec((await answer.textContent()) ?? '')?.[0] ?? ''
    await answer.getByRole('button', { name: '留在本件' }).click()
    return number
  }

  /** Second pair of eyes: 认定未通过 for one reason; answers its title. */
  async refuse(name: string, note: string): Promise<string> {
    await this.#decide('认定未通过')
    const question = this.#dialog(`认定未通过：${name}`)
    const reason = await chooseReason(question, note)
    await lookAt(this.page, 'office-case-refuse')
    await question.getByRole('button', { name: '认定未通过（1 条原因）' }).click()
    await signAct(this.page)
    await expect(question).toBeHidden()
    return reason
  }

  #dialog(title: string): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  async #decide(name: string): Promise<void> {
    const bar = this.page.getByRole('region', { name: '办理' })
    await bar.getByRole('button', { name, exact: true }).click()
  }
}

/** Ticks the first reason of the catalogue and says what is the matter; answers its title. */
async function chooseReason(question: Locator, note: string): Promise<string> {
  const first = question.getByRole('checkbox').first()
  await first.check()
  const detail = question.getByRole('textbox', { name: /具体情况/ })
  await detail.fill(note)
  const label = (await detail.getAttribute('aria-label')) ?? ''
  return label.replace('：具体情况（选填）', '')
}
