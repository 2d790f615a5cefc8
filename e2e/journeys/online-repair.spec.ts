import { expect } from '@playwright/test'
import { listReasonsEndpoint, refuseConfirmationEndpoint } from '@xingtan/contract/office/case'
import { registerPerson } from '../api/applicant.ts'
import { amendCase, collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { confirmCase, getCase, signInOfficer } from '../api/officer.ts'
import { makePersistent } from '../api/persistent-site.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { openOwnCase } from '../pages/portal-applications.ts'
import { test } from '../test.ts'

const QUESTION = '户口簿上的地址与报名时填写的不一致，我可以修改吗？'
const RETURN = '请把认定所在地详细地址改为户口簿上的地址后重新提交。'

test('确认未通过 is repaired: a 留言, an answer, 退回修改, and the changed application passes (CNF-4, APP-10)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(240_000)
  const person = await findPerson(product, 'graduate', 50)
  const site = makePersistent(await registerPerson(product, person))
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const phone = makePersistent(openSite(product.portal))
  const draftId = await fillDraft({ site, phone, centre, pictures })
  const { registrationNumber, applicationId } = await submitDraft(site, draftId)

  const desk = makePersistent(await signInOfficer(product, 'confirm'))
  const { reasons } = await desk.call(listReasonsEndpoint, { stage: 'confirm' })
  const { version } = await getCase(desk, applicationId)
  const code = reasons[0]?.code ?? ''
  await desk.call(refuseConfirmationEndpoint, {
    applicationId,
    version,
    reasons: [{ code, note: '地址与户口簿不一致。' }],
  })

  const page = await visitors.continueInBrowser(site)
  await openOwnCase(page, '确认未通过')
  await expect(page.getByRole('region', { name: '确认未通过的原因' })).toContainText('地址与户口簿不一致')
  await page.getByRole('button', { name: '发送留言' }).click()
  await expect(page.getByText('请填写留言内容。')).toBeVisible()
  await page.getByLabel(/给.*留言/).fill(QUESTION)
  await page.getByRole('button', { name: '发送留言' }).click()
  await expect(page.getByText('本人，')).toBeVisible()
  await lookAt(page, 'portal-case-message')

  const office = new Office(await visitors.openOffice())
  await office.signIn('confirm')
  await office.goTo('未读留言')
  await lookAt(office.page, 'office-unread-messages')
  await office.page.getByRole('link', { name: registrationNumber }).click()
  const thread = office.page.getByRole('region', { name: '留言' })
  await expect(thread.getByText(QUESTION)).toBeVisible()
  await thread.getByRole('button', { name: '请核对报名信息' }).click()
  await thread.getByRole('button', { name: '发送留言' }).click()
  await expect(thread.getByText('申请人未读')).toBeVisible()
  await lookAt(office.page, 'office-case-thread')
  await office.page.getByRole('region', { name: '办理' }).getByRole('button', { name: '退回修改', exact: true }).click()
  const question = office.page.getByRole('dialog', { name: /^退回修改/ })
  await question.getByLabel('给申请人的留言').fill(RETURN)
  await question.getByRole('button', { name: '退回并送达留言' }).click()
  await expect(question).toBeHidden()

  await openOwnCase(page, '网报待确认')
  await expect(page.getByText(RETURN).first()).toBeVisible()
  await expect(page.getByRole('button', { name: '修改', exact: true })).toBeVisible()
  await lookAt(page, 'portal-case-returned')
  const receipt = await amendCase(
    { site, phone, signature: pictures.signature },
    { applicationId, address: '信安街道演示路2号' },
  )
  expect(receipt.registrationNumber).toBe(registrationNumber)

  // An officer has one live session: the browser's ends here (S-023).
  await confirmCase(await signInOfficer(product, 'confirm'), registrationNumber)
  await openOwnCase(page, '待认定审批')
  await expect(page.getByText('信安街道演示路2号').first()).toBeVisible()
})
