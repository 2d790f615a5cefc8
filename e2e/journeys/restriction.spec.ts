import { expect } from '@playwright/test'
import { findPerson } from '../api/sandbox.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { RestrictionDesk } from '../pages/office-restriction.ts'
import { test } from '../test.ts'

test('a restriction entry with a wrong number is corrected twice and the agency is warned (RES-1, RES-3, S-074)', async ({
  product,
  visitors,
}) => {
  const people = await Promise.all([20, 21, 22].map((place) => findPerson(product, 'graduate', place)))
  const [first, second, right] = people
  if (first === undefined || second === undefined || right === undefined) throw new Error('nobody to enter')
  const day = shanghaiDay()
  const clerk = new Office(await visitors.openOffice())
  await clerk.signIn('restrict')
  const city = new Office(await visitors.openOffice())
  await city.signIn('restrict', 'quzhou')
  const desk = new RestrictionDesk(clerk.page)
  const review = new RestrictionDesk(city.page)

  await desk.openList()
  await desk.seeDefects()
  await desk.fillAndSave(first, { number: '演示罚〔2026〕1号', day })
  await review.accept()
  for (const [place, person] of [second, right].entries()) {
    await desk.beginCorrection()
    await desk.fillAndSave(person, { number: `演示罚〔2026〕${place + 1}号`, day })
    await review.accept()
  }

  await desk.openList()
  const warning = clerk.page.getByRole('region', { name: '录入错误警示' })
  await expect(warning).toContainText('更正录入错误 2 次')
  await lookAt(clerk.page, 'office-restriction-warning')
  await warning.getByRole('button', { name: '提交整改情况' }).click()
  const dialog = clerk.dialog('提交整改情况')
  await dialog.getByLabel('整改情况').fill('已实行双人核对后录入。')
  await lookAt(clerk.page, 'office-restriction-answer')
  await dialog.getByRole('button', { name: '提交整改情况' }).click()
  await expect(warning).toContainText('已提交整改情况')

  await clerk.page.goto('/restriction-hits')
  await expect(clerk.page.getByText('没有需要核对的命中')).toBeVisible()
  await lookAt(clerk.page, 'office-restriction-hits')
})
