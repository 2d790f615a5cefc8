import { expect } from '@playwright/test'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { makePersistent } from '../api/persistent-site.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { signAct } from '../pages/sign-act.ts'
import { test } from '../test.ts'

const WISH = '民族应为回族，以户口簿为准。'
const ANSWER = '已核对户口簿，民族更正为回族。'

test('a correction is asked for and answered; a change of phone at the desk is told, and stopped by its owner (PRO-10, ACC-7, S-018)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(240_000)
  const person = await findPerson(product, 'graduate', 51)
  const site = makePersistent(await registerPerson(product, person))
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const draftId = await fillDraft({ site, phone: makePersistent(openSite(product.portal)), centre, pictures })
  await submitDraft(site, draftId)

  const page = await visitors.continueInBrowser(site)
  await test.step('the person asks for a correction', async () => {
    await page.goto('/centre')
    await page.getByRole('link', { name: '申请更正、查看我的服务申请' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '我的服务申请' })).toBeVisible()
    await page.getByRole('button', { name: '提交更正申请' }).click()
    await expect(page.getByText('请选择需要更正的信息。').first()).toBeVisible()
    await lookAt(page, 'portal-service-errors')
    await page.getByLabel('需要更正的信息').selectOption({ label: '民族' })
    await page.getByLabel('现在哪里不对，应当是什么').fill(WISH)
    await page.getByRole('button', { name: '提交更正申请' }).click()
    await expect(page.getByText('办理中', { exact: true })).toBeVisible()
    await lookAt(page, 'portal-service-waiting')
  })

  const office = new Office(await visitors.openOffice())
  await office.signIn('confirm')
  const desk = office.page
  await test.step('the office answers it', async () => {
    await office.goTo('服务申请')
    await lookAt(desk, 'office-service')
    await desk.getByRole('button', { name: new RegExp(`^查看${person.name}的申请`) }).click()
    const request = desk.getByRole('dialog', { name: '服务申请' })
    await expect(request.getByText(WISH)).toBeVisible()
    await request.getByRole('radio', { name: '已更正' }).check()
    await request.getByRole('button', { name: '答复申请人' }).click()
    await expect(request.getByText('请选择更正后的民族。')).toBeVisible()
    await request.getByLabel('更正后的民族').selectOption({ label: '回族' })
    await request.getByLabel('答复', { exact: true }).fill(ANSWER)
    await lookAt(desk, 'office-service-answer')
    await request.getByRole('button', { name: '答复申请人' }).click()
    await expect(request).toBeHidden()
  })

  await test.step('and then changes a phone for the person at the desk, signed by key', async () => {
    await desk.getByRole('button', { name: '为到场人员更换手机号码' }).click()
    const question = desk.getByRole('dialog', { name: '为到场人员更换手机号码' })
    await question.getByRole('button', { name: '受理并通知原手机号码' }).click()
    await expect(question.getByText('请当面核对本人与证件后勾选。')).toBeVisible()
    await lookAt(desk, 'office-service-recovery')
    await question.getByLabel('证件号码').fill(person.number)
    await question.getByLabel('姓名').fill(person.name)
    await question.getByLabel('新手机号码').fill('13900009911')
    await question.getByLabel('当面查验的证件').selectOption({ label: '居民身份证' })
    await question.getByRole('checkbox', { name: /已当面核对/ }).check()
    await question.getByRole('button', { name: '受理并通知原手机号码' }).click()
    await signAct(desk)
    await expect(desk.getByRole('dialog', { name: '已受理' })).toBeVisible()
    await lookAt(desk, 'office-service-received')
    await desk.getByRole('button', { name: '完成' }).click()
    await office.goTo('体检结论')
    await expect(desk.getByRole('heading', { level: 2, name: '指定体检医院' })).toBeVisible()
    await lookAt(desk, 'office-medical')
  })

  await test.step('who holds the account reads both and stops the second', async () => {
    await page.goto('/service-requests')
    await expect(page.getByText(ANSWER)).toBeVisible()
    await lookAt(page, 'portal-service-recovery')
    await page.getByRole('button', { name: '提出异议，停止更换手机号码' }).click()
    await expect(page.getByText('已按异议停止')).toBeVisible()
    await page.goto('/recovery-objection')
    await page.getByRole('button', { name: '停止更换手机号码' }).click()
    await expect(page.getByText('请填写短信中的异议码。').first()).toBeVisible()
    await lookAt(page, 'portal-recovery-objection')
  })
})
