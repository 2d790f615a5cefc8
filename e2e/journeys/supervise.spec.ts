import { expect } from '@playwright/test'
import { layReviewableCase } from '../api/reviewable-case.ts'
import { findPerson } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { signInAs } from '../pages/office-staff.ts'
import { expectTitle } from '../pages/portal.ts'
import { test } from '../test.ts'

const NOTE = '请在到期前完成审核，办结后无需回复。'

test('a city reads what waits in a county, urges a case, and the county takes note (ADM-1, S-050)', async ({
  product,
  visitors,
  browser,
}) => {
  const person = await findPerson(product, 'graduate', 33)
  const { applicationId } = await layReviewableCase(product, browser, person)

  const city = new Office(await visitors.openOffice())
  await city.signIn('review', 'quzhou')
  const { page } = city
  await page.goto('/supervision')
  await expectTitle(page, '督办')
  await expect(page.getByRole('rowheader', { name: '柯城区教育局' })).toBeVisible()
  await lookAt(page, 'office-supervision')
  await page.getByRole('link', { name: /^柯城区教育局未办结 \d+ 件$/ }).click()
  await expectTitle(page, '柯城区教育局未办结的件')
  await lookAt(page, 'office-supervision-cases')
  await page.goto(`/supervision/cases/${applicationId}`)
  await expect(page.getByText('还没有催办过。')).toBeVisible()
  await page.getByRole('button', { name: '催办' }).click()
  const dialog = city.dialog('催办：柯城区教育局')
  await dialog.getByRole('button', { name: '送达催办意见' }).click()
  await expect(dialog.getByText('请写明催办意见。')).toBeVisible()
  await lookAt(page, 'office-urge')
  await dialog.getByLabel('催办意见').fill(NOTE)
  await dialog.getByRole('button', { name: '送达催办意见' }).click()
  await expect(page.getByText(NOTE)).toBeVisible()
  await lookAt(page, 'office-supervision-case')

  const county = await visitors.openOffice()
  await signInAs(county, 'kecheng-approve')
  const alerts = county.getByRole('region', { name: '到期与催办提醒' })
  await expect(alerts).toContainText(NOTE)
  await lookAt(county, 'office-work-urged')
  await alerts.getByRole('button', { name: '全部签收' }).click()
  await expect(alerts).toBeHidden()
  await page.reload()
  await expect(page.getByText(/办理机构已于 .* 签收。/)).toBeVisible()
})
