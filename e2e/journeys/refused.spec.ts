import { expect } from '@playwright/test'
import { listApplicationsEndpoint, openDraftEndpoint, getApplicationEndpoint } from '@xingtan/contract/application'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { confirmCase, requestVetting, signInOfficer, waitForStage } from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite } from '../api/site.ts'
import { findAtDesk, openFromQueue } from '../pages/office-desk.ts'
import { Office } from '../pages/office.ts'
import { vetEverything } from '../pages/office-vetting.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { test } from '../test.ts'

test('office half', async ({ product, visitors, browser }) => {
  const person = await findPerson(product, 'graduate', 11)
  const site = await registerPerson(product, person)
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const draftId = await fillDraft({ site, phone: openSite(product.portal), centre, pictures })
  const receipt = await submitDraft(site, draftId)
  console.log(receipt)
  const desk = new Office(await visitors.openOffice())
  await desk.signIn('confirm')
  const atDesk = await findAtDesk(desk, receipt.registrationNumber)
  await atDesk.judgeEverything(shanghaiDay())
  await atDesk.confirm(person.name)
  const vet = new Office(await visitors.openOffice())
  await vet.signIn('vet')
  await vetEverything(vet)
  const review = new Office(await visitors.openOffice())
  await review.signIn('review')
  await (await openFromQueue(review, receipt.registrationNumber)).review(person.name)
  const approve = new Office(await visitors.openOffice())
  await approve.signIn('approve')
  const number = await (await openFromQueue(approve, receipt.registrationNumber)).approve(person.name)
  console.log(number)
})
