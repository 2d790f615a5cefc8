import { expect, type Page } from '@playwright/test'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'

const POINT = /^衢州学院行政楼108/

/** The steps of 教师资格认定报名 up to the photo, each filled in as an ordinary graduate does. */
export class Wizard {
  readonly page: Page

  constructor(page: Page) {
    this.page = page
  }

  /** 业务平台 → 报名: place, type and point, then the first step of a fresh draft. */
  async begin(person: SandboxPerson): Promise<void> {
    const { page } = this
    await this.#enter()
    await page.getByLabel('省份').selectOption({ label: '浙江省' })
    await page.getByLabel('城市').selectOption({ label: '衢州市' })
    await page.getByLabel('区县').selectOption({ label: '柯城区' })
    const type = person.proofs[0]?.qualificationType ?? 1
    await page.getByLabel('资格种类').selectOption({ label: QUALIFICATION_TITLES[type] })
    await page.getByRole('radio', { name: POINT }).check()
    await lookAt(page, 'portal-apply')
    await page.getByRole('button', { name: '认定申请报名' }).click()
    await expectTitle(page, '网上申报协议')
  }

  /** 业务平台 → 报名 → 继续填写: where one stopped, on another day. */
  async resume(title: string): Promise<void> {
    await this.#enter()
    await this.page.getByRole('button', { name: '继续填写已有的草稿' }).click()
    await expectTitle(this.page, title)
  }

  /** Step 1. */
  async agree(): Promise<void> {
    const { page } = this
    await page.getByRole('checkbox', { name: /^本人已阅读“教师资格认定网上申报协议”并完全同意/ }).check()
    await page.getByRole('checkbox', { name: /^本人授权/ }).check()
    await lookAt(page, 'portal-step-1')
    await this.next('填写身份信息')
  }

  /** 国家统一考试 with this proof, which nothing else may hold. */
  async chooseProof(person: SandboxPerson): Promise<void> {
    await this.page.getByRole('radio', { name: /^国家统一考试/ }).check()
    await this.chooseNumbered(person.proofs[0]?.number)
  }

  /** Step 2: everything is chosen from the personal centre. */
  async fillIdentity(person: SandboxPerson): Promise<void> {
    const { page } = this
    await this.chooseProof(person)
    await this.chooseNumbered(person.putonghua[0]?.certificateNumber)
    await page.getByRole('radio', { name: /^否/ }).check()
    await this.chooseNumbered(person.educations[0]?.certificateNumber)
    await this.chooseNumbered(person.degrees[0]?.certificateNumber)
    await lookAt(page, 'portal-step-2')
    await this.next('选择认定机构')
  }

  /** Step 3: place and point are known from the entry. */
  async chooseAgency(): Promise<void> {
    const { page } = this
    await page.getByRole('radio', { name: /^户籍所在地/ }).check()
    await page.getByLabel('认定所在地详细地址').fill('信安街道演示路1号')
    await expect(page.getByLabel('区县')).toHaveValue('330802')
    await expect(page.getByRole('radio', { name: POINT })).toBeChecked()
    await lookAt(page, 'portal-step-3')
    await this.next('填写认定信息')
  }

  /** Step 5. */
  async confirmAll(): Promise<void> {
    const { page } = this
    await expect(page.getByRole('img', { name: '个人照片' })).toBeVisible()
    await page.getByRole('checkbox', { name: /^本人已逐项核对/ }).check()
    await lookAt(page, 'portal-step-5')
    await this.next('注意事项')
  }

  /** Step 6. */
  async readNotices(): Promise<void> {
    await this.page.getByRole('checkbox', { name: /^本人已阅读并记录/ }).check()
    await lookAt(this.page, 'portal-step-6')
    await this.next('提交认定申请')
  }

  /** Steps 7 and 8; answers the 报名号. */
  async submit(): Promise<string> {
    const { page } = this
    await page.getByRole('radio', { name: /^本人同意/ }).check()
    await lookAt(page, 'portal-step-7')
    await page.getByRole('button', { name: '提交认定申请' }).click()
    await expectTitle(page, '申报提醒')
    await expect(page.getByText('报名成功')).toBeVisible()
    await expect(page.getByRole('definition').filter({ hasText: '衢州学院行政楼108' }).first()).toBeVisible()
    await expect(page.getByRole('term').filter({ hasText: '确认时间' })).toBeVisible()
    await lookAt(page, 'portal-step-8')
    const number = page.getByRole('definition').filter({ hasText: /\d{3}/ }).first()
    return (await number.innerText()).replaceAll(/\D/g, '')
  }

  /** Chooses the record with this number. */
  async chooseNumbered(number = ''): Promise<void> {
    await this.page.getByRole('radio', { name: new RegExp(`编号 ${number}`) }).check()
  }

  /** Leaves a step that lacks nothing. */
  async next(title: string): Promise<void> {
    await this.page.getByRole('button', { name: `下一步：${title}` }).click()
    await expectTitle(this.page, title)
  }

  async #enter(): Promise<void> {
    const { page } = this
    await page.getByRole('link', { name: '业务平台', exact: true }).click()
    await expectTitle(page, '业务平台')
    await page.getByRole('link', { name: '报名', exact: true }).click()
    await expectTitle(page, '教师资格认定报名')
  }
}
