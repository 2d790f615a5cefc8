import { expect, type Locator, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signAct } from './sign-act.ts'

/** The rarer acts on a case, from the dialog 更多办理. */
export class CaseExceptions {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  async #open(act: string): Promise<void> {
    await this.page.getByRole('button', { name: '更多办理' }).click()
    const menu = this.page.getByRole('dialog', { name: /^更多办理/ })
    await expect(menu).toBeVisible()
    await lookAt(this.page, `office-more-${act}`)
    await menu.getByRole('button', { name: act, exact: true }).click()
  }

  #dialog(title: RegExp): Locator {
    return this.page.getByRole('dialog', { name: title })
  }

  /** 暂停办理 for an expert's time, after having tried without an answer. */
  async hold(note: string): Promise<void> {
    await this.#open('暂停办理')
    const dialog = this.#dialog(/^暂停办理/)
    await expect(dialog.getByRole('radio').first()).toBeVisible()
    await dialog.getByRole('button', { name: '暂停办理并告知申请人' }).click()
    await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('请选择暂停原因。')
    await lookAt(this.page, 'office-hold-defects')
    await dialog.getByRole('radio', { name: /需要专家评审/ }).check()
    await dialog.getByLabel('预计需要的工作日数').fill('10')
    await dialog.getByLabel('告知申请人的说明').fill(note)
    await lookAt(this.page, 'office-hold')
    await dialog.getByRole('button', { name: '暂停办理并告知申请人' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.page.getByText('起暂停办理')).toBeVisible()
  }

  async resume(): Promise<void> {
    await this.#open('恢复办理')
    const dialog = this.#dialog(/^恢复办理/)
    await lookAt(this.page, 'office-resume')
    await dialog.getByRole('button', { name: '恢复办理' }).click()
    await expect(dialog).toBeHidden()
    await expect(this.page.getByText('起暂停办理')).toBeHidden()
  }

  /** Looks at the way to another office and leaves the case where it is. */
  async lookAtMove(): Promise<void> {
    await this.#open('移送其他机构')
    const dialog = this.#dialog(/^移送其他机构/)
    await dialog.getByLabel('省（自治区、直辖市）').selectOption('浙江省')
    await dialog.getByLabel('市（或省直辖县）').selectOption('衢州市')
    await dialog.getByLabel('县（市、区）').selectOption('衢江区')
    await expect(dialog.getByText('接收机构：衢江区教育局')).toBeVisible()
    await lookAt(this.page, 'office-move')
    await dialog.getByRole('button', { name: '取消' }).click()
  }

  /** 移送: first without a reason, then offered to the county named. */
  async offerTo(county: string, reason: string): Promise<void> {
    await this.#open('移送其他机构')
    const dialog = this.#dialog(/^移送其他机构/)
    await dialog.getByLabel('省（自治区、直辖市）').selectOption('浙江省')
    await dialog.getByLabel('市（或省直辖县）').selectOption('衢州市')
    await dialog.getByLabel('县（市、区）').selectOption(county)
    await dialog.getByRole('button', { name: '提出移送' }).click()
    await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('移送原因')
    await lookAt(this.page, 'office-move-defects')
    await dialog.getByLabel('移送原因').fill(reason)
    await dialog.getByRole('button', { name: '提出移送' }).click()
    await expect(dialog).toBeHidden()
  }

  /** Calls back what this office has offered, as long as nobody has answered. */
  async recall(registrationNumber: string, reason: string): Promise<void> {
    const { page } = this
    await page.goto('/exceptions')
    const row = page
      .getByRole('region', { name: '本机构提出的移送列表' })
      .getByRole('row')
      .filter({ hasText: registrationNumber })
    await expect(row).toContainText('等待答复')
    await row.getByRole('button', { name: '撤回' }).click()
    const dialog = this.#dialog(/^撤回移送/)
    await dialog.getByRole('button', { name: '撤回' }).click()
    await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('撤回原因')
    await dialog.getByLabel('撤回原因').fill(reason)
    await lookAt(page, 'office-move-recall')
    await dialog.getByRole('button', { name: '撤回' }).click()
    await expect(dialog).toBeHidden()
    await expect(row).toContainText('已撤回')
    await lookAt(page, 'office-moves-out')
  }

  /** Takes an offered case to the first point of this office, after having read it. */
  async take(registrationNumber: string): Promise<void> {
    const { page } = this
    await page.goto('/exceptions')
    const row = page
      .getByRole('region', { name: '待接收的移送列表' })
      .getByRole('row')
      .filter({ hasText: registrationNumber })
    await row.getByRole('link', { name: registrationNumber }).click()
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await expect(page.getByRole('button', { name: '查看完整号码' })).toHaveCount(0)
    await lookAt(page, 'office-case-offered')
    await page.getByRole('link', { name: '前往移送与更正答复' }).click()
    await row.getByRole('button', { name: '接收', exact: true }).click()
    const dialog = this.#dialog(/^接收移送/)
    await dialog.getByRole('button', { name: '接收' }).click()
    await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('请选择确认点')
    await dialog.getByLabel('转到哪个确认点').selectOption({ index: 1 })
    await lookAt(page, 'office-move-take')
    await dialog.getByRole('button', { name: '接收' }).click()
    await expect(dialog).toBeHidden()
    await expect(page.getByText('没有等待本机构接收的件。')).toBeVisible()
  }

  /** 决定书: waits for the file, then writes the delivery down. */
  async deliverLetter(day: string): Promise<void> {
    await this.#open('决定书')
    const dialog = this.#dialog(/^决定书/)
    await expect(dialog.getByRole('link', { name: /打开决定书/ })).toBeVisible({ timeout: 60_000 })
    await lookAt(this.page, 'office-letter')
    await dialog.getByRole('button', { name: '登记送达' }).click()
    const form = this.#dialog(/^登记送达/)
    await form.getByLabel('送达日期').fill(day)
    await form.getByRole('radio', { name: '当面送达' }).check()
    await lookAt(this.page, 'office-delivery')
    await form.getByRole('button', { name: '登记送达' }).click()
    await expect(form).toBeHidden()
    await expect(dialog.getByText('当面送达')).toBeVisible()
    await dialog.getByRole('button', { name: '关闭' }).last().click()
  }

  /** The second person agrees to take the conclusion back. */
  async agreeToCorrection(answer: string): Promise<void> {
    const { page } = this
    await page.goto('/exceptions')
    await expect(page.getByRole('heading', { level: 1, name: '移送与更正' })).toBeVisible()
    const row = page
      .getByRole('region', { name: '待复核的更正' })
      .getByRole('row')
      .filter({ hasText: '撤回认定未通过' })
    await expect(row).toHaveCount(1)
    await lookAt(page, 'office-exceptions')
    await row.getByRole('link', { name: '复核' }).click()
    const dialog = this.#dialog(/^复核更正/)
    await dialog.getByRole('radio', { name: '同意更正' }).check()
    await dialog.getByLabel('复核意见').fill(answer)
    await lookAt(page, 'office-correction-answer')
    await dialog.getByRole('button', { name: '同意更正' }).click()
    await signAct(page)
    await expect(dialog).toBeHidden()
    await expect(page.getByRole('heading', { level: 3, name: '结论更正' })).toBeVisible()
    await lookAt(page, 'office-case-corrected')
  }
}

/** Answers the one open review request: the conclusion is wrong. */
export async function grantReview(page: Page, answer: string): Promise<void> {
  await page.goto('/appeals')
  await expect(page.getByRole('heading', { level: 1, name: '复查申请' })).toBeVisible()
  await lookAt(page, 'office-appeals')
  await page.getByRole('region', { name: '复查申请' }).getByRole('link').first().click()
  await expect(page.getByRole('heading', { level: 2, name: '申请人的理由' })).toBeVisible()
  await lookAt(page, 'office-appeal')
  await page.getByRole('button', { name: '答复复查申请' }).click()
  const dialog = page.getByRole('dialog', { name: /^答复复查申请/ })
  await dialog.getByRole('button', { name: '答复申请人' }).click()
  await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('请选择复查结果。')
  await dialog.getByRole('radio', { name: /原结论有误/ }).check()
  await dialog.getByRole('textbox', { name: '复查意见' }).fill(answer)
  await lookAt(page, 'office-appeal-answer')
  await dialog.getByRole('button', { name: '答复申请人' }).click()
  await signAct(page)
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('heading', { level: 2, name: '复查结果' })).toBeVisible()
}

/** 回避申报 of one relative. */
export async function declareRelative(
  page: Page,
  relative: { readonly name: string; readonly number: string },
): Promise<void> {
  await page.goto('/relations')
  await expect(page.getByText('还没有申报')).toBeVisible()
  await page.getByRole('button', { name: '申报应当回避的人员' }).click()
  const dialog = page.getByRole('dialog', { name: '申报应当回避的人员' })
  await dialog.getByRole('button', { name: '申报', exact: true }).click()
  await expect(dialog.getByRole('region', { name: /处需要处理/ })).toContainText('请选择与您的关系。')
  await dialog.getByLabel('与您的关系').selectOption('配偶')
  await dialog.getByLabel('姓名').fill(relative.name)
  await dialog.getByLabel('证件号码').fill(relative.number)
  await lookAt(page, 'office-relation')
  await dialog.getByRole('button', { name: '申报', exact: true }).click()
  await expect(dialog).toBeHidden()
  await expect(page.getByRole('row').filter({ hasText: '配偶' })).toHaveCount(1)
  await lookAt(page, 'office-relations')
}
