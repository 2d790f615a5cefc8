import { expect } from '@playwright/test'
import { drawSnapshot } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { queryCertificate } from '../pages/certificate-query.ts'
import { lookAt } from '../pages/look-at.ts'
import { findAtDesk, openFromQueue } from '../pages/office-desk.ts'
import { vetEverything } from '../pages/office-vetting.ts'
import { Office } from '../pages/office.ts'
import { register, signInByDragging, signOut } from '../pages/portal-account.ts'
import { openOwnCase, previewForm } from '../pages/portal-applications.ts'
import { fillCentre } from '../pages/portal-centre.ts'
import { readPublicPages } from '../pages/portal.ts'
import { fillDetails } from '../pages/wizard-details.ts'
import { Wizard } from '../pages/wizard.ts'
import { test } from '../test.ts'

test('a person registers, applies, is confirmed, vetted and judged, and a stranger checks the certificate (ACC-1…CRT-1, PUB-3, S-136)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(240_000)
  const person = await findPerson(product, 'graduate', 12)
  let page = await visitors.openPortal()
  let registrationNumber = ''
  let certificateNumber = ''

  await test.step('the public pages', () => readPublicPages(page))
  await test.step('registration without dragging, sign-in by dragging', async () => {
    await register(page, product, person)
    await signOut(page)
    await signInByDragging(page, product, person)
  })
  await test.step('the personal centre', () => fillCentre(page, person))
  await test.step('steps one to three, then the browser is closed', async () => {
    const wizard = new Wizard(page)
    await wizard.begin(person)
    await wizard.agree()
    await wizard.fillIdentity(person)
    await wizard.chooseAgency()
    const state = await page.context().storageState()
    await page.context().close()
    page = await visitors.openPortal(state)
    await page.goto('/')
  })
  await test.step('resumed at step four, with a phone, to the receipt', async () => {
    const wizard = new Wizard(page)
    await wizard.resume('填写认定信息')
    await fillDetails(wizard, { snapshot: await drawSnapshot(browser), phone: await visitors.openPhone() })
    await wizard.confirmAll()
    await wizard.readNotices()
    registrationNumber = await wizard.submit()
    expect(registrationNumber).toMatch(/^\d{15}$/)
  })
  await test.step('the case as its applicant sees it', async () => {
    await openOwnCase(page, '网报待确认')
    await previewForm(page)
  })
  await test.step('the desk confirms', async () => {
    const office = new Office(await visitors.openOffice())
    await office.signIn('confirm')
    const opened = await findAtDesk(office, registrationNumber)
    await opened.judgeEverything(shanghaiDay())
    await opened.confirm(person.name)
    await openOwnCase(page, '待认定审批')
  })
  await test.step('background checks, review and approval by three other officers', async () => {
    const vet = new Office(await visitors.openOffice())
    await vet.signIn('vet')
    await vetEverything(vet)
    const review = new Office(await visitors.openOffice())
    await review.signIn('review')
    await (await openFromQueue(review, registrationNumber)).review(person.name)
    const approve = new Office(await visitors.openOffice())
    await approve.signIn('approve')
    certificateNumber = await (await openFromQueue(approve, registrationNumber)).approve(person.name)
    expect(certificateNumber).toMatch(/^\d{17}$/)
    await approve.goTo('证书档案')
    await approve.page.getByRole('link', { name: certificateNumber }).click()
    await expect(approve.page.getByText(certificateNumber).first()).toBeVisible()
    await lookAt(approve.page, 'office-certificate')
  })
  await test.step('the applicant sees 认定通过 and the number', async () => {
    await openOwnCase(page, '认定通过')
    await expect(page.getByText(certificateNumber)).toBeVisible()
    await page.goto('/certificates/own')
    await expect(page.getByText(/有效/).first()).toBeVisible()
    await lookAt(page, 'portal-own-certificates')
  })
  await test.step('a stranger checks the certificate', async () => {
    const stranger = await visitors.openPortal()
    await queryCertificate(stranger, product, {
      name: person.name,
      documentNumber: person.number,
      certificateNumber,
      phone: '19900009998',
    })
    const answer = stranger.getByRole('region', { name: '查询结果' })
    await expect(answer).toContainText('柯城区教育局')
    await expect(answer).not.toContainText(person.number)
  })
})
