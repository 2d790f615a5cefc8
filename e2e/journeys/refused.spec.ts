import { expect } from '@playwright/test'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { confirmCase, requestVetting, signInOfficer, waitForStage } from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite } from '../api/site.ts'
import { openFromQueue } from '../pages/office-desk.ts'
import { Office } from '../pages/office.ts'
import { openOwnCase } from '../pages/portal-applications.ts'
import { Wizard } from '../pages/wizard.ts'
import { test } from '../test.ts'

const NOTE = '提交的材料与原件不一致。'

test('认定未通过 names its reasons and the remedy, and gives back what it held (DEC-4, APP-9, PRO-8)', async ({
  product,
  visitors,
  browser,
}) => {
  const person = await findPerson(product, 'graduate', 11)
  const site = await registerPerson(product, person)
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const draftId = await fillDraft({ site, phone: openSite(product.portal), centre, pictures })
  const { registrationNumber, applicationId } = await submitDraft(site, draftId)
  const held = await site.call(getCentreEndpoint, {})
  expect(held.examProofs[0]).toMatchObject({ heldBy: registrationNumber, usable: false })

  await confirmCase(await signInOfficer(product, 'confirm'), registrationNumber)
  const vet = await signInOfficer(product, 'vet')
  for (const kind of ['crime', 'offence'] as const) await requestVetting(vet, [applicationId], kind)
  await waitForStage(vet, applicationId, 'awaiting-review')

  const review = new Office(await visitors.openOffice())
  await review.signIn('review')
  await (await openFromQueue(review, registrationNumber)).reviewAsFailed(person.name, NOTE)
  const approve = new Office(await visitors.openOffice())
  await approve.signIn('approve')
  const reason = await (await openFromQueue(approve, registrationNumber)).refuse(person.name, NOTE)

  const page = await visitors.continueInBrowser(site)
  await openOwnCase(page, '认定未通过')
  const panel = page.getByRole('region', { name: '没有通过的原因' })
  await expect(panel).toContainText(reason)
  await expect(panel).toContainText(NOTE)
  await expect(panel).toContainText(/行政复议/)
  await expect(panel).toContainText(/行政诉讼/)

  const freed = await site.call(getCentreEndpoint, {})
  expect(freed.examProofs[0]).toMatchObject({ heldBy: null, usable: true })
  const wizard = new Wizard(page)
  await wizard.begin(person)
  await wizard.agree()
  await wizard.chooseProof(person)
  await expect(page.getByRole('status').filter({ hasText: '已自动保存' })).toBeVisible()
})
