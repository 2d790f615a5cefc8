import { expect } from '@playwright/test'
import { registerPerson } from '../api/applicant.ts'
import { type Pictures, collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { signInOfficer } from '../api/officer.ts'
import { acceptMaterials, drawPdf, handInOnline, recordMedical } from '../api/online.ts'
import { makePersistent } from '../api/persistent-site.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite, type Site } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { OfficeOnline } from '../pages/office-online.ts'
import { Office } from '../pages/office.ts'
import { test } from '../test.ts'

interface OnlineApplicant {
  readonly site: Site
  readonly name: string
  readonly registrationNumber: string
  readonly applicationId: string
}

const FIRST_PLACE = 40
const BULK = 5

async function submitOnline(product: Product, pictures: Pictures, place: number): Promise<OnlineApplicant> {
  const person = await findPerson(product, 'graduate', place)
  const site = makePersistent(await registerPerson(product, person))
  const centre = await collectEvidence(site, person)
  const draftId = await fillDraft({ site, phone: makePersistent(openSite(product.portal)), centre, pictures })
  const { registrationNumber, applicationId } = await submitDraft(site, draftId)
  return { site, name: person.name, registrationNumber, applicationId }
}

test('a clerk clears the online queue: clean ones in bulk, one by hand, one sent back and repaired, one asked to come (CNF-3, APP-10, APP-11)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(420_000)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const applicants: OnlineApplicant[] = []
  for (let place = 0; place < BULK + 3; place += 1) {
    applicants.push(await submitOnline(product, pictures, FIRST_PLACE + place))
  }
  const desk = makePersistent(await signInOfficer(product, 'confirm'))
  const bulk = applicants.slice(0, BULK)
  const [single, repaired, visitor] = applicants.slice(BULK)
  if (single === undefined || repaired === undefined || visitor === undefined) throw new Error('too few applicants')
  const asked: string[] = []
  for (const { site, applicationId } of applicants) {
    if (applicationId !== repaired.applicationId) asked.push(...(await handInOnline(site, applicationId)))
  }
  for (const { applicationId } of bulk) await acceptMaterials(desk, applicationId)
  for (const { applicationId } of [...bulk, single, repaired]) await recordMedical(desk, applicationId)
  const material = asked.find((name) => name.startsWith('户口簿')) ?? ''

  await test.step('the applicant uploads on the portal and hands in', async () => {
    const page = await visitors.continueInBrowser(repaired.site)
    await page.goto(`/applications/${repaired.applicationId}`)
    await page.getByRole('region', { name: '全程网办' }).getByRole('link', { name: '上传材料' }).click()
    await expect(page.getByRole('heading', { level: 1, name: '上传材料' })).toBeVisible()
    await lookAt(page, 'portal-materials-empty')
    const item = page.getByRole('listitem').filter({ has: page.getByRole('heading', { name: material }) })
    await item.locator('input[type=file]').setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(1_048_576, 32),
    })
    await expect(item.getByText(/文件须小于 1M/)).toBeVisible()
    await lookAt(page, 'portal-materials-refused')
    for (const file of await page.locator('input[type=file]').all()) {
      await file.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: drawPdf('SCAN') })
      await expect(page.getByText('正在上传并检查文件。')).toHaveCount(0)
    }
    await page.getByRole('button', { name: '提交材料' }).click()
    await expect(page.getByText('审核中', { exact: true }).first()).toBeVisible()
    await lookAt(page, 'portal-materials-handed-in')
  })

  const office = new Office(await visitors.openOffice())
  await office.signIn('confirm')
  const online = new OfficeOnline(office.page)
  const { page } = office

  await test.step('the clean ones in bulk; one that nobody has judged stays out', async () => {
    await office.goTo('网上审核')
    await lookAt(page, 'office-online-queue')
    const numbers = [...bulk, single].map(({ registrationNumber }) => registrationNumber)
    const answer = await online.confirmMany(numbers, BULK)
    await expect(answer.getByText(`已确认通过 ${BULK} 件`)).toBeVisible()
    await lookAt(page, 'office-online-confirmed')
    await answer.getByRole('button', { name: '返回队列' }).click()
    await expect(page.getByRole('link', { name: bulk[0]?.registrationNumber ?? '' })).toHaveCount(0)
  })

  await test.step('one by hand, with the files beside the checklist', async () => {
    await online.openCase(single.registrationNumber)
    for (const name of new Set(asked)) {
      const group = page.getByRole('group', { name: `审核：${name}` })
      if ((await group.count()) === 0) continue
      await online.lookAtFile(name)
      await online.judge(name, '通过')
    }
    await lookAt(page, 'office-online-case')
    await online.act('确认通过')
    await page.getByRole('dialog').getByRole('button', { name: '确认通过并出具受理凭证' }).click()
    await expect(page.getByText(`已确认通过：${single.name}。`)).toBeVisible()
  })

  await test.step('one rejected with a reason and told everything at once', async () => {
    await office.goTo('网上审核')
    await online.openCase(repaired.registrationNumber)
    for (const group of await page.getByRole('group', { name: /^审核：/ }).all()) {
      await group.getByRole('radio', { name: '通过', exact: true }).check()
    }
    await online.judge(material, '需更换')
    await online.act('一次告知补正')
    await expect(page.getByText('请选择需更换的原因。')).toBeVisible()
    await page.getByRole('checkbox', { name: /文件模糊/ }).check()
    await page.getByRole('textbox', { name: /文件模糊.*具体情况/ }).fill('第二页缺角')
    await online.act('一次告知补正')
    const question = page.getByRole('dialog', { name: /^一次告知补正/ })
    await expect(question.getByText(/文件模糊、缺页或者无法辨认。（第二页缺角）/)).toBeVisible()
    await lookAt(page, 'office-online-supplement')
    await question.getByRole('button', { name: '发出补正通知' }).click()
    await expect(page.getByText('等待补正')).toBeVisible()
  })

  await test.step('its owner sees the reason and the day, changes only that file, and hands in again', async () => {
    const own = await visitors.continueInBrowser(repaired.site)
    await own.goto(`/applications/${repaired.applicationId}/materials`)
    await expect(own.getByText(/文件模糊、缺页或者无法辨认。（第二页缺角）/).first()).toBeVisible()
    await expect(own.locator('input[type=file]')).toHaveCount(1)
    await lookAt(own, 'portal-materials-asked-again')
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: drawPdf('BETTER') })
    await own.getByRole('button', { name: '提交材料' }).click()
    await expect(own.getByText('审核中', { exact: true })).toBeVisible()
  })

  await test.step('the second look finds it good', async () => {
    await office.goTo('网上审核')
    await online.openCase(repaired.registrationNumber)
    await online.judge(material, '通过')
    await online.act('确认通过')
    await page.getByRole('dialog').getByRole('button', { name: '确认通过并出具受理凭证' }).click()
    await expect(page.getByText(`已确认通过：${repaired.name}。`)).toBeVisible()
  })

  await test.step('the last one is asked to the point', async () => {
    await office.goTo('网上审核')
    await online.openCase(visitor.registrationNumber)
    await online.act('请申请人到场')
    const question = page.getByRole('dialog', { name: /^请申请人到场/ })
    await question.getByRole('button', { name: '通知申请人到场' }).click()
    await expect(question.getByText('请写明需要到场核验的内容。')).toBeVisible()
    await question.getByLabel('到场原因').fill('照片与本人差别较大，需要当面核对。')
    await question.getByRole('button', { name: '通知申请人到场' }).click()
    await expect(page.getByText('已约到场')).toBeVisible()
    await page.goto('/online?state=on-site')
    await expect(page.getByRole('link', { name: visitor.registrationNumber })).toBeVisible()
    await lookAt(page, 'office-online-on-site')
  })
})
