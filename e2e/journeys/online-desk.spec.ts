import { expect, test } from '@playwright/test'
import { type Visitor, submitCase } from '../api/appointment.ts'
import { cloneCase } from '../api/clone-case.ts'
import { signInOfficer } from '../api/officer.ts'
import { acceptMaterials, drawPdf, handInOnline, recordMedical } from '../api/online.ts'
import { startOwnProduct } from '../api/own-product.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findPerson } from '../api/sandbox.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { OfficeMedical } from '../pages/office-medical.ts'
import { OfficeOnline } from '../pages/office-online.ts'
import { Office } from '../pages/office.ts'
import { Visitors } from '../pages/visitors.ts'

const CASES = 50
/** Whose files a colleague has found good already. */
const JUDGED = 38
const PASSED_SINGLY = 6
const ASKED_FOR_FILES = 3
const ASKED_TO_POINT = 2
const HOSPITAL = '柯城演示区人民医院'

// Fifty cases stay where the desk has sent them: the other journeys do not meet them.
let product: Product
let stop: () => Promise<void>
test.beforeAll(async () => {
  ;({ product, stop } = await startOwnProduct())
})
test.afterAll(() => stop())

interface Laid {
  /** Uploads in the browser, is asked for a better file, and passes. */
  readonly person: Visitor
  /** One of the forty-nine that have handed in, and what was asked of each. */
  readonly other: Visitor
  readonly materials: readonly string[]
}

/** Forty-nine online cases with their files and conclusions, and one whose owner is about to upload. */
async function layCases(pictures: Parameters<typeof submitCase>[2]): Promise<Laid> {
  const person = await submitCase(product, await findPerson(product, 'graduate', 40), pictures)
  const other = await submitCase(product, await findPerson(product, 'graduate', 41), pictures)
  const materials = await handInOnline(other.site, other.applicationId)
  const desk = await signInOfficer(product, 'confirm')
  await recordMedical(desk, other.applicationId)
  const copies = await cloneCase(product, other.applicationId, CASES - 2)
  for (const { applicationId } of copies.slice(0, JUDGED)) await acceptMaterials(desk, applicationId)
  return { person, other, materials }
}

test('a clerk clears fifty online cases: conclusions by Excel, the clean ones in bulk, the others one by one as 通过, 需补材料 and 需现场 (CNF-3, CNF-5, APP-10, APP-11)', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const visitors = new Visitors(browser, product)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const { person, other, materials } = await layCases(pictures)
  const material = materials.find((name) => name.startsWith('户口簿')) ?? ''
  const own = await visitors.continueInBrowser(person.site)

  await test.step('the fiftieth uploads on the portal and hands in', async () => {
    await own.goto(`/applications/${person.applicationId}`)
    await own.getByRole('region', { name: '全程网办' }).getByRole('link', { name: '上传材料' }).click()
    await expect(own.getByRole('heading', { level: 1, name: '上传材料' })).toBeVisible()
    await lookAt(own, 'portal-materials-empty')
    const item = own.getByRole('listitem').filter({ has: own.getByRole('heading', { name: material }) })
    await item.locator('input[type=file]').setInputFiles({
      name: 'scan.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.alloc(1_048_576, 32),
    })
    await expect(item.getByText(/文件须小于 1M/)).toBeVisible()
    await lookAt(own, 'portal-materials-refused')
    const uploaded = own.getByText('已上传，未提交', { exact: true })
    for (const [place, file] of (await own.locator('input[type=file]').all()).entries()) {
      await file.setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: drawPdf('SCAN') })
      await expect(uploaded).toHaveCount(place + 1)
    }
    await own.getByRole('button', { name: '提交材料' }).click()
    await expect(own.getByText('审核中', { exact: true }).first()).toBeVisible()
    await lookAt(own, 'portal-materials-handed-in')
  })

  const office = new Office(await visitors.openOffice())
  await office.signIn('confirm')
  const { page } = office
  const online = new OfficeOnline(page)

  await test.step('conclusions come by Excel: every defect at once, corrected, taken in, the rest put right', async () => {
    await office.goTo('体检结论')
    const medical = new OfficeMedical(page)
    const template = await medical.downloadTemplate()
    const today = shanghaiDay()
    const good = [other.registrationNumber, other.person.name, '合格', today, HOSPITAL, '2020']
    const misnamed = [person.registrationNumber, '演示错名', '合格', today, HOSPITAL, '2020']
    const wrong = ['100000000000009', '演示无此人', '良好', '2026-13-40', HOSPITAL, '2020']
    await medical.choose(template, [good, [...misnamed.slice(0, 4), '没有公布的医院', '1999'], wrong])
    await medical.expectRow(3, '“没有公布的医院”不在本机构公布的体检医院名单中')
    await medical.expectRow(3, '体检表版本“1999”不在本机构接受的范围内')
    await medical.expectRow(4, '结论只能填“合格”或“不合格”')
    await medical.expectRow(4, '体检日期不是有效的日期')
    await medical.expectRefused('office-medical-refused')
    await medical.choose(template, [good, misnamed, [...wrong.slice(0, 2), '不合格', today, HOSPITAL, '2020']])
    await medical.expectRow(3, '姓名与申请不一致')
    await medical.expectRow(4, '没有找到这份申请')
    await medical.takeIn(3, '已登记 1 人的体检结论，2 行待处理。')
    await lookAt(page, 'office-medical-unmatched')
    await medical.solve('演示错名', person.registrationNumber)
    await medical.solve('演示无此人', null)
  })

  await test.step('all fifty are chosen; the clean ones are confirmed, what nobody has judged stays out', async () => {
    await office.goTo('网上审核')
    await lookAt(page, 'office-online-queue')
    const answer = await online.confirmAllClean({ listed: CASES, clean: JUDGED })
    await expect(answer.getByText(`已确认通过 ${JUDGED} 件`)).toBeVisible()
    await lookAt(page, 'office-online-confirmed')
    await answer.getByRole('button', { name: '返回队列' }).click()
    await expect(page.getByRole('row')).toHaveCount(CASES - JUDGED + 1)
  })

  await test.step('通过: one with its files beside the checklist, then from one to the next', async () => {
    await online.openCase(other.registrationNumber)
    for (const name of await online.listMaterials()) await online.lookAtFile(name)
    await online.judgeAllGood()
    await lookAt(page, 'office-online-case')
    await online.pass()
    for (let passed = 1; passed < PASSED_SINGLY; passed += 1) await online.pass()
  })

  await test.step('需补材料: a reason for the file, everything told at once', async () => {
    for (let asked = 1; asked < ASKED_FOR_FILES; asked += 1) {
      await online.askForFiles(material, '第二页缺角')
      await online.goToNext()
    }
    await office.goTo('网上审核')
    await online.openCase(person.registrationNumber)
    await online.askForFiles(material, '第二页缺角')
  })

  await test.step('需现场: asked to the point', async () => {
    for (let asked = 0; asked < ASKED_TO_POINT; asked += 1) {
      await online.goToNext()
      await online.askToPoint('照片与本人差别较大，需要当面核对。')
    }
  })

  await test.step('the owner sees the reason and the day, changes only that file, and hands in again', async () => {
    await own.reload()
    await expect(own.getByText(/文件模糊、缺页或者无法辨认。（第二页缺角）/).first()).toBeVisible()
    await expect(own.locator('input[type=file]')).toHaveCount(1)
    await lookAt(own, 'portal-materials-asked-again')
    await own
      .locator('input[type=file]')
      .setInputFiles({ name: 'scan.pdf', mimeType: 'application/pdf', buffer: drawPdf('BETTER') })
    await expect(own.getByText('已上传，未提交', { exact: true })).toHaveCount(1)
    await own.getByRole('button', { name: '提交材料' }).click()
    await expect(own.getByText('审核中', { exact: true })).toBeVisible()
  })

  await test.step('the second look finds it good; the rest are cleared and nothing is left to do', async () => {
    await office.goTo('网上审核')
    await online.openCase(person.registrationNumber)
    await online.pass()
    const left = CASES - JUDGED - PASSED_SINGLY - ASKED_FOR_FILES - ASKED_TO_POINT
    for (let passed = 0; passed < left; passed += 1) await online.pass()
    await expect(page.getByText('没有待审核的件')).toBeVisible()
    await lookAt(page, 'office-online-empty')
    await page.getByRole('link', { name: '等待补正', exact: true }).click()
    await expect(page.getByRole('row')).toHaveCount(ASKED_FOR_FILES)
    await lookAt(page, 'office-online-waiting')
    await page.getByRole('link', { name: '已约到场', exact: true }).click()
    await expect(page.getByRole('row')).toHaveCount(ASKED_TO_POINT + 1)
    await lookAt(page, 'office-online-on-site')
  })
  await visitors.close()
  visitors.expectNoTrouble()
})
