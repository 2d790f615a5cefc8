import { expect } from '@playwright/test'
import { checkPlanEndpoint, getPlanEndpoint, listPlansEndpoint, startPlanEndpoint } from '@xingtan/contract/office/plan'
import { approveWindowEndpoint, proposeWindowEndpoint } from '@xingtan/contract/office/window'
import { signInOfficerAs } from '../api/officer.ts'
import type { Product } from '../api/product.ts'
import type { Site } from '../api/site.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { OfficeDoor } from '../pages/office-door.ts'
import { FilingDesk } from '../pages/office-filing.ts'
import { signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

const YEAR = Number(shanghaiDay().slice(0, 4)) + 1
const ROUND = `${YEAR}年上半年`

/** Two persons of the nation set the next round. */
async function setRound(product: Product): Promise<void> {
  const first = await signInOfficerAs(product, 'nation-plan')
  const second = await signInOfficerAs(product, 'nation-plan-2')
  const { proposalId } = await first.call(proposeWindowEndpoint, {
    change: {
      kind: 'round',
      id: null,
      name: ROUND,
      roundKind: 'recognition',
      opensAt: `${YEAR}-03-20T00:00:00.000Z`,
      closesAt: `${YEAR}-07-24T09:00:00.000Z`,
    },
    source: '教资字〔2020〕1号',
    reason: '设置下一批次。',
  })
  await second.call(approveWindowEndpoint, { proposalId })
}

/** Begins the plan of the next round. */
async function startPlan(site: Site): Promise<string> {
  const { rounds } = await site.call(listPlansEndpoint, {})
  const round = rounds.find(({ name }) => name === ROUND)
  if (round === undefined) throw new Error('the next round is missing')
  return (await site.call(startPlanEndpoint, { roundId: round.roundId })).planId
}

/** What stands against a plan now. */
async function findingsOf(site: Site, planId: string): Promise<string[]> {
  const { content } = await site.call(getPlanEndpoint, { planId })
  const { findings } = await site.call(checkPlanEndpoint, { planId, content })
  return findings.map(({ code }) => code)
}

test('a province files notice and table, the nation accepts, a city files its 实施方案; only then their plans stand free (PLN-2, PLN-4)', async ({
  product,
  visitors,
}) => {
  await setRound(product)
  // A second person of the province asks, so that the first one stays signed in at the browser.
  const colleague = await signInOfficerAs(product, 'zhejiang-plan-2')
  const provincePlan = await startPlan(colleague)
  const before = await signInOfficerAs(product, 'quzhou-plan')
  const cityPlan = await startPlan(before)
  expect(await findingsOf(colleague, provincePlan)).toContain('plan.notice-missing')
  expect(await findingsOf(before, cityPlan)).toContain('plan.scheme-missing')

  const province = new FilingDesk(await visitors.openOffice())
  await signInAs(province.page, 'zhejiang-plan')
  const notice = `面向申请人的教师资格认定工作通知（${ROUND}）`
  const table = `${YEAR}年网报及培训计划表`
  await province.begin(notice)
  await province.writeNotice()
  await province.handIn()
  await province.begin(table)
  await province.writePlanTable(YEAR)
  await province.handIn()
  await province.page.goto('/filings')
  await lookAt(province.page, 'office-filings')

  const nation = new FilingDesk(await visitors.openOffice())
  await signInAs(nation.page, 'nation-plan')
  for (const [title, name] of [
    [notice, 'office-filing-review-notice'],
    [table, 'office-filing-review-table'],
  ] as const) {
    expect(await findingsOf(colleague, provincePlan)).toContain('plan.notice-missing')
    await nation.openBelow(title, '浙江省教育厅')
    await nation.accept(name)
  }
  expect(await findingsOf(colleague, provincePlan)).not.toContain('plan.notice-missing')

  const city = new FilingDesk(await visitors.openOffice())
  await signInAs(city.page, 'quzhou-plan')
  const scheme = `认定工作实施方案（${ROUND}）`
  await city.begin(scheme)
  await city.writeScheme(YEAR)
  await city.handIn()
  await new OfficeDoor(city.page).signOut()
  const after = await signInOfficerAs(product, 'quzhou-plan')
  expect(await findingsOf(after, cityPlan)).not.toContain('plan.scheme-missing')
  await province.openBelow(scheme, '衢州市教育局')
  await province.accept('office-filing-review-scheme')

  await province.page.goto('/filings')
  await province.page.getByRole('link', { name: scheme }).click()
  // A province has more offices below it than a page shows: 柯城区 stands on the second one.
  await province.page.getByRole('link', { name: '下一页' }).click()
  await expect(province.page.getByRole('cell', { name: '柯城区教育局' })).toBeVisible()
  await province.page.getByRole('button', { name: /^提醒本页/ }).click()
  await lookAt(province.page, 'office-filing-remind')
  await province.page.getByRole('dialog').getByRole('button', { name: '发送提醒' }).click()
  await expect(province.page.getByRole('dialog')).toBeHidden()
  const county = await visitors.openOffice()
  await signInAs(county, 'kecheng-plan')
  await expect(county.getByRole('region', { name: '报送提醒' })).toContainText('请按期报送。')
  await lookAt(county, 'office-filing-reminders')
})
