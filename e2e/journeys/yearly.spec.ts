import { expect, type Page } from '@playwright/test'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { signInAs } from '../pages/office-staff.ts'
import { expectTitle } from '../pages/portal.ts'
import { test } from '../test.ts'

/** Opens a page of the office by its address and looks at it. */
async function readPage(page: Page, place: { readonly path: string; readonly title: string; readonly name: string }) {
  await page.goto(place.path)
  await expectTitle(page, place.title)
  await lookAt(page, place.name)
}

test('a county records a training with who was there; the city sees who is still without one (PLN-7, RPT-2)', async ({
  visitors,
}) => {
  const county = await visitors.openOffice()
  await signInAs(county, 'kecheng-users')
  await readPage(county, { path: '/trainings', title: '培训记录', name: 'office-trainings' })
  await county.getByRole('button', { name: '登记培训' }).click()
  const dialog = county.getByRole('dialog', { name: '登记培训' })
  await dialog.getByRole('button', { name: '登记培训' }).click()
  await expect(dialog.getByRole('link', { name: '请至少选择一种培训内容。' })).toBeVisible()
  await lookAt(county, 'office-training-wrong')
  await dialog.getByRole('checkbox', { name: '现场确认' }).check()
  await dialog.getByLabel('培训主题').fill('现场确认业务培训')
  await dialog.getByLabel('开始日期').fill(shanghaiDay())
  await dialog.getByLabel('结束日期').fill(shanghaiDay())
  await dialog.getByLabel('培训地点').fill('柯城区教育局三楼会议室')
  await dialog.getByLabel('负责人').fill('俞伯安')
  await dialog.getByRole('button', { name: '登记培训' }).click()
  await expectTitle(county, '现场确认业务培训')
  await county.getByRole('checkbox', { name: '程初宁参加' }).check()
  await lookAt(county, 'office-training')
  await county.getByRole('button', { name: '保存参加人员' }).click()
  await expect(county.getByText(/保存后生效/)).toBeHidden()

  const desk = await visitors.openOffice()
  await signInAs(desk, 'kecheng-confirm')
  await desk.goto('/desk')
  await expectTitle(desk, '现场确认')
  await expect(desk.getByRole('button', { name: '呼叫下一位' })).toBeVisible()
  await expect(desk.getByText('您还没有有效的现场确认培训记录')).toBeHidden()

  const city = await visitors.openOffice()
  await signInAs(city, 'quzhou-users')
  await city.goto('/trainings')
  await city.getByRole('link', { name: '下级培训情况' }).click()
  await expect(city.getByRole('row', { name: /柯城区教育局/ })).toContainText('1 次')
  await lookAt(city, 'office-training-board')
  // Without column heads, on a phone, a number says itself what it counts.
  await city.setViewportSize({ width: 390, height: 844 })
  await expect(city.locator('td[data-label="未培训"]').first()).toBeVisible()
})

test('a province collects the sheets of its offices; one is filled, handed up, and shown on the board (ACC-10)', async ({
  visitors,
}) => {
  const province = await visitors.openOffice()
  await signInAs(province, 'zhejiang-users')
  await province.goto('/work-info')
  await province.getByRole('button', { name: '发起本年度采集' }).click()
  const dialog = province.getByRole('dialog', { name: '发起本年度采集' })
  await dialog.getByLabel('截止日期').fill(`${Number(shanghaiDay().slice(0, 4)) + 1}-03-31`)
  await lookAt(province, 'office-work-info-open')
  await dialog.getByRole('button', { name: '发起采集' }).click()
  await expect(dialog).toBeHidden()

  const county = await visitors.openOffice()
  await signInAs(county, 'kecheng-users')
  await county.goto('/work-info')
  await county.getByLabel('统一社会信用代码').fill('11330802002618055A')
  const row = county.getByRole('group', { name: '第 1 名工作人员' })
  await row.getByLabel('姓名').fill('俞伯安')
  await row.getByLabel('手机号码').fill('19900000088')
  await row.getByLabel('办公电话').fill('0570-3003075')
  await county.getByLabel('网络 IP').fill('203.0.113.0/24')
  await county.getByRole('button', { name: '保存' }).click()
  await expect(county.getByLabel('盖章扫描件')).toBeAttached()
  await lookAt(county, 'office-work-info')

  const city = await visitors.openOffice()
  await signInAs(city, 'quzhou-users')
  await city.goto('/work-info')
  await city.getByRole('link', { name: '下级上报情况' }).click()
  await expect(city.getByRole('row', { name: /柯城区教育局/ })).toBeVisible()
  await lookAt(city, 'office-work-info-board')
})

test('an office reads its policies and publishes how it is reached (ADM-3, PUB-4)', async ({ visitors }) => {
  const city = await visitors.openOffice()
  await signInAs(city, 'kaihua-plan')
  await readPage(city, { path: '/agency-profile', title: '机构公示信息', name: 'office-agency-profile' })
  await readPage(city, { path: '/policies', title: '政策目录', name: 'office-policies' })
  await city.getByRole('table').getByRole('link').first().click()
  await expect(city.getByText('正在执行').first()).toBeVisible()
  await lookAt(city, 'office-policy')
  await readPage(city, { path: '/windows', title: '全国开放时间', name: 'office-windows' })
  await readPage(city, { path: '/proposals', title: '变更提议', name: 'office-proposals' })

  const nation = await visitors.openOffice()
  await signInAs(nation, 'nation-plan')
  await nation.goto('/policies')
  await nation.getByRole('table').getByRole('link').first().click()
  await nation.getByRole('link', { name: '提出新规则' }).click()
  await expectTitle(nation, /^提出新规则/)
  // The form is of no use without what sends it.
  await expect(nation.getByRole('button', { name: '提交另一位人员批准' })).toBeVisible()
  await nation.getByRole('button', { name: '预览影响' }).click()
  await expect(nation.getByRole('heading', { name: '变更预览' })).toBeVisible()
  await lookAt(nation, 'office-policy-propose')

  const plan = await visitors.openOffice()
  await signInAs(plan, 'kecheng-plan-2')
  await readPage(plan, { path: '/points', title: '确认点', name: 'office-points' })
  await plan.getByRole('table').getByRole('link').first().click()
  await expect(plan.getByRole('heading', { level: 2, name: '预约时段' })).toBeVisible()
  await lookAt(plan, 'office-point')

  const restrict = await visitors.openOffice()
  await signInAs(restrict, 'zhejiang-restrict')
  await readPage(restrict, { path: '/exam-bars', title: '考试限制交换', name: 'office-exam-bars' })
  const approve = await visitors.openOffice()
  await signInAs(approve, 'kecheng-approve')
  await readPage(approve, { path: '/certificates', title: '证书档案', name: 'office-certificates' })
})
