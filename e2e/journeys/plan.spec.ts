import { expect } from '@playwright/test'
import { approveWindowEndpoint, proposeWindowEndpoint } from '@xingtan/contract/office/window'
import { submitCase } from '../api/appointment.ts'
import { signInOfficerAs } from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findCityPerson, readInbox } from '../api/sandbox.ts'
import { waitUntil } from '../api/wait-until.ts'
import { lookAt } from '../pages/look-at.ts'
import { FilingDesk } from '../pages/office-filing.ts'
import { PlanDesk } from '../pages/office-plan.ts'
import { signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

const YEAR = 2028
const ROUND = `${YEAR}年上半年`
const PROVINCE = '浙江省教育厅'
const CITY = '衢州市教育局'

/** Two persons of the nation open the half-year. */
async function openRound(product: Product): Promise<void> {
  const first = await signInOfficerAs(product, 'nation-plan')
  const second = await signInOfficerAs(product, 'nation-plan-2')
  const { proposalId } = await first.call(proposeWindowEndpoint, {
    change: {
      kind: 'round',
      id: null,
      name: ROUND,
      roundKind: 'recognition',
      opensAt: '2028-03-19T16:00:00.000Z',
      closesAt: '2028-07-24T16:00:00.000Z',
    },
    source: '教资字〔2020〕1号第三条第（一）项',
    reason: '按年度通知设置。',
  })
  await second.call(approveWindowEndpoint, { proposalId })
}

/** Notice and table of the province, accepted by the nation: its plan may be handed in (PLN-2). */
async function fileForProvince(province: FilingDesk, nation: FilingDesk): Promise<void> {
  const notice = `面向申请人的教师资格认定工作通知（${ROUND}）`
  const table = `${YEAR}年网报及培训计划表`
  await province.begin(notice)
  await province.writeNotice()
  await province.handIn()
  await province.begin(table)
  await province.writePlanTable(YEAR)
  await province.handIn()
  for (const title of [notice, table]) {
    await nation.openBelow(title, PROVINCE)
    await nation.accept('office-plan-filing')
  }
}

test('a province sets its plan, the nation approves; a city sets its plan inside it and publishes (PLN-2, PLN-3, PLN-4)', async ({
  product,
  visitors,
}) => {
  test.setTimeout(400_000)
  await openRound(product)
  const province = new PlanDesk(await visitors.openOffice())
  await signInAs(province.page, 'zhejiang-plan')
  const nation = new PlanDesk(await visitors.openOffice())
  await signInAs(nation.page, 'nation-plan')
  await fileForProvince(new FilingDesk(province.page), new FilingDesk(nation.page))
  await test.step('the province writes, sees what is wrong, corrects it and hands in', async () => {
    await province.openBoard(ROUND)
    await lookAt(province.page, 'office-plans-empty')
    await province.start()
    await province.addWindow('网上报名', { opens: '2028-04-05T08:30', closes: '2028-04-15T17:00' })
    await province.addWindow('现场确认', { opens: '2028-05-08T08:30', closes: '2028-05-26T17:00' })
    await expect(province.findings.getByText(/在 2028年4月15日 结束，这一天是周末或节假日/)).toBeVisible()
    await lookAt(province.page, 'office-plan-findings')
    await province.setWindow('网上报名', { opens: '2028-04-05T08:30', closes: '2028-04-28T17:00' })
    await province.setDay('公告发布最后日期', '2028-03-31')
    await province.setDay('作出认定结论最后日期', '2028-06-30')
    await province.setDay('全部完成日期', '2028-07-14')
    await expect(province.findings.getByText(/周末或节假日/)).toBeHidden()
    await province.save()
    await province.handIn('office-plan-hand-in')
  })
  await test.step('the nation approves', async () => {
    await nation.openBoard(ROUND)
    await nation.open(PROVINCE)
    await nation.approve('office-plan-review')
  })
  await province.publish('发布计划')
  const city = new PlanDesk(await visitors.openOffice())
  await signInAs(city.page, 'quzhou-plan')
  const filing = new FilingDesk(city.page)
  await filing.begin(`认定工作实施方案（${ROUND}）`)
  await filing.writeScheme(YEAR)
  await filing.handIn()
  await test.step('the city sets its plan with points and hospitals; it is returned once', async () => {
    await city.openBoard(ROUND)
    await city.start()
    await city.addWindow('网上报名', { opens: '2028-04-10T08:30', closes: '2028-04-25T17:00' })
    await city.addWindow('现场确认', { opens: '2028-05-15T08:30', closes: '2028-05-24T17:00' })
    await city.setDay('公告发布最后日期', '2028-03-31')
    await city.setDay('作出认定结论最后日期', '2028-06-23')
    await city.setDay('全部完成日期', '2028-07-07')
    await city.page.getByRole('group', { name: '确认点' }).getByRole('checkbox').first().check()
    await city.page.getByRole('button', { name: '增加医院' }).click()
    await city.page.getByLabel('医院名称').fill('衢州演示医院')
    await city.page.getByRole('button', { name: '保存草稿' }).click()
    await expect(city.page.getByText('请填写医院名称和每日可体检人数，或移除这一行。')).toBeVisible()
    await city.page.getByLabel('每日可体检人数').fill('60')
    await city.page.getByLabel('预计申请人数').fill('400')
    await city.save()
    await lookAt(city.page, 'office-plan-city')
    await city.handIn('office-plan-hand-in-city')
    await province.openBoard(ROUND)
    await province.open(CITY)
    await province.sendBack('请与全省公告日期一致。')
    await city.page.reload()
    await expect(city.page.getByText('请与全省公告日期一致。').first()).toBeVisible()
    await lookAt(city.page, 'office-plan-returned')
    await city.handIn('office-plan-hand-in-again')
    await province.openBoard(ROUND)
    await province.open(CITY)
    await province.approve('office-plan-review-city')
    await city.publish('发布计划')
  })
  await province.openBoard(ROUND)
  await lookAt(province.page, 'office-plans')
  await test.step('everybody reads the windows, and the feed carries them', async () => {
    const page = await visitors.openPortal()
    await page.goto('/calendar?region=330802&type=4&month=2028-04')
    await expect(page.getByRole('region', { name: ROUND })).toContainText('2028年4月10日 08:30 至 4月25日 17:00')
    await expect(page.getByRole('table')).toContainText(CITY)
    await lookAt(page, 'portal-calendar')
    const path = (await page.getByRole('link', { name: '下载日历文件' }).getAttribute('href')) ?? ''
    const feed = await page.evaluate(async (asked) => {
      const answer = await fetch(asked)
      return { type: answer.headers.get('content-type') ?? '', text: await answer.text() }
    }, path)
    expect(feed.type).toContain('text/calendar')
    expect(feed.text).toContain('DTSTART:20280410T003000Z')
  })
})

test('a city changes its published plan: who waits is listed, told once and keeps a time to confirm (PLN-5, R-056)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(400_000)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const person = await findCityPerson(product, 3)
  const waiting = await submitCase(product, person, pictures)
  const province = new PlanDesk(await visitors.openOffice())
  await signInAs(province.page, 'zhejiang-plan')
  await province.page.goto('/plans')
  await province.open(PROVINCE)
  const closes = await province.page.getByLabel('现场确认结束', { exact: true }).inputValue()
  const later = new Date(Date.parse(`${closes}:00Z`) + 7 * 86_400_000).toISOString().slice(0, 16)
  await test.step('the province lengthens 现场确认 by a signed order', () =>
    province.extendConfirm(later, '浙教〔2026〕21号'))
  const city = new PlanDesk(await visitors.openOffice())
  await signInAs(city.page, 'quzhou-plan')
  await test.step('a change that ends early is refused with its reason', async () => {
    await city.page.goto('/plans')
    await city.open(CITY)
    const opens = await city.page.getByLabel('现场确认开始', { exact: true }).inputValue()
    const early = new Date(Date.parse(`${closes}:00Z`) - 7 * 86_400_000).toISOString().slice(0, 16)
    await city.setWindow('现场确认', { opens, closes: early })
    await expect(city.findings.getByText(/不能提前结束/).first()).toBeVisible()
    await lookAt(city.page, 'office-plan-change-blocked')
    await city.setWindow('现场确认', { opens, closes: later })
  })
  await test.step('the change lists the people, is approved and published', async () => {
    for (const end of await city.page.getByRole('group', { name: '确认点' }).getByLabel(/结束$/).all()) {
      await end.fill(later)
    }
    await city.setDay('作出认定结论最后日期', later.slice(0, 10))
    await expect(city.findings.getByText(/待确认：\d+ 人/)).toBeVisible()
    await city.save()
    await lookAt(city.page, 'office-plan-change')
    await city.handIn('office-plan-hand-in-change')
    await province.page.goto('/plans')
    await province.open(CITY)
    await province.approve('office-plan-review-change')
    await city.publish('发布变更')
    await lookAt(city.page, 'office-plan-published')
  })
  await test.step('who waits is told once and sees the new time', async () => {
    const told = () => readInbox(product, person.phone)
    const changed = await waitUntil('the message of the change', async () => {
      const texts = (await told()).filter(({ text }) => text.includes('变更了认定计划'))
      return texts.length > 0 ? texts : undefined
    })
    expect(changed).toHaveLength(1)
    const page = await visitors.continueInBrowser(waiting.site)
    await page.goto(`/applications/${waiting.applicationId}`)
    await expect(
      page.getByText(new RegExp(`${Number(later.slice(5, 7))}月${Number(later.slice(8, 10))}日`)).first(),
    ).toBeVisible()
  })
})
