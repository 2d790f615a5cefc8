import { expect } from '@playwright/test'
import { layReviewableCase } from '../api/reviewable-case.ts'
import { findPerson } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { CaseExceptions } from '../pages/office-exception.ts'
import { Office } from '../pages/office.ts'
import { signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

test('a case goes to the county it belongs to: offered, called back, offered again, read and taken (DEC-4)', async ({
  product,
  visitors,
  browser,
}) => {
  const person = await findPerson(product, 'graduate', 34)
  const { applicationId } = await layReviewableCase(product, browser, person)
  const county = new Office(await visitors.openOffice())
  await county.signIn('review')
  const { page } = county
  await page.goto(`/cases/${applicationId}`)
  const title = page.getByRole('heading', { level: 1, name: /^报名号 \d{15}$/ })
  const number = (await title.innerText()).slice('报名号 '.length)
  const old = new CaseExceptions(page)
  await old.offerTo('衢江区', '申请人户籍在衢江区，误选了柯城区。')
  await old.recall(number, '经再次核对，户籍在开化县。')
  await page.goto(`/cases/${applicationId}`)
  await old.offerTo('开化县', '申请人户籍在开化县，误选了柯城区。')

  const other = await visitors.openOffice()
  await signInAs(other, 'kaihua-review')
  await new CaseExceptions(other).take(number)
  await other.goto(`/cases/${applicationId}`)
  await expect(other.getByRole('region', { name: '核查与经过' })).toContainText('移送')
  await lookAt(other, 'office-case-moved')

  // The old office has let go of it.
  await page.goto('/exceptions')
  await expect(page.getByRole('region', { name: '本机构提出的移送列表' })).toContainText('已转出')
})
