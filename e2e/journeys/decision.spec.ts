import { expect } from '@playwright/test'
import { cloneCase, spoilCases } from '../api/clone-case.ts'
import { giveRoles } from '../api/database.ts'
import { requestVetting } from '../api/officer.ts'
import { layReviewableCase } from '../api/reviewable-case.ts'
import { findPerson } from '../api/sandbox.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { openByName, runBulk } from '../pages/office-bulk.ts'
import { OfficeCase } from '../pages/office-case.ts'
import { CaseExceptions, declareRelative, grantReview } from '../pages/office-exception.ts'
import { Office } from '../pages/office.ts'
import { openOwnCase } from '../pages/portal-applications.ts'
import { PortalDecision } from '../pages/portal-decision.ts'
import { test } from '../test.ts'

const NOTE = '学历证书与核验结果不一致。'

const COUNT = 500
const BARRED = '慕容惊蛰'
const OLD_MEDICAL = '慕容霜降'

test('reviewer and approver finish five hundred with three dirty rows (DEC-3, DEC-4, S-073)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(900_000)
  const person = await findPerson(product, 'graduate', 13)
  const { applicationId, vet } = await layReviewableCase(product, browser, person)
  const [first, second] = await cloneCase(product, applicationId, COUNT - 1)
  if (first === undefined || second === undefined) throw new Error('too few cases')
  const oldChecks = person.name
  await spoilCases(product, [
    { applicationId: first.applicationId, name: BARRED, fault: 'barred' },
    { applicationId: second.applicationId, name: OLD_MEDICAL, fault: 'medical' },
    { applicationId, fault: 'checks' },
  ])

  // The reviewer: 497 at once; the three are named with their reasons and stay.
  const reviewer = new Office(await visitors.openOffice())
  await reviewer.signIn('review')
  const dirty = [BARRED, OLD_MEDICAL, oldChecks]
  const reviewed = await runBulk(reviewer.page, {
    stage: 'awaiting-review',
    button: '批量审核通过',
    verb: '审核通过',
    count: COUNT,
    dirty,
  })
  expect(reviewed).toHaveLength(COUNT - dirty.length + 1)

  // One is refused, one is repaired, one goes back to its applicant.
  await openByName(reviewer.page, BARRED)
  await new OfficeCase(reviewer.page).reviewAsFailed(BARRED, '限制库中有尚在期限内的记录。')
  await requestVetting(vet, [applicationId], 'crime')
  await openByName(reviewer.page, oldChecks)
  await expect(async () => {
    await reviewer.page.getByRole('button', { name: '重新读取' }).click()
    await expect(reviewer.page.getByRole('region', { name: '核查与经过' })).not.toContainText('已过期', {
      timeout: 2000,
    })
    await expect(reviewer.page.getByRole('region', { name: '核查与经过' })).not.toContainText('等待结果', {
      timeout: 2000,
    })
  }).toPass({ timeout: 60_000 })
  await new OfficeCase(reviewer.page).review(oldChecks)
  await openByName(reviewer.page, OLD_MEDICAL)
  await reviewer.page.getByRole('button', { name: /^退回修改/ }).click()
  const back = reviewer.dialog('退回修改')
  await back.getByLabel('给申请人的留言').fill('体检结论已超过有效期，请重新体检后到确认点办理。')
  await back.getByRole('button', { name: '退回并送达留言' }).click()
  await expect(back).toBeHidden()

  // The approver: 498 at once, then the refusal.
  const approver = new Office(await visitors.openOffice())
  await approver.signIn('approve')
  const approved = await runBulk(approver.page, {
    stage: 'awaiting-approval',
    button: '批量认定通过',
    verb: '认定通过',
    count: COUNT - 1,
    dirty: [BARRED],
  })
  const numbers = approved.slice(1).map((line) => /\d{17}/.exec(line)?.[0])
  expect(new Set(numbers).size).toBe(COUNT - 2)
  await openByName(approver.page, BARRED)
  await new OfficeCase(approver.page).refuse(BARRED, '限制库中有尚在期限内的记录。')
  await approver.page.goto('/runs')
  await expect(approver.page.getByRole('row').filter({ hasText: '认定通过' }).first()).toContainText(String(COUNT - 2))
  await lookAt(approver.page, 'office-runs')
})

test('a refused applicant asks for a review and two persons take the conclusion back (APP-15, DEC-4, DEC-5, S-056)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(420_000)
  const person = await findPerson(product, 'graduate', 14)
  const relative = await findPerson(product, 'graduate', 16)
  const { applicationId, site } = await layReviewableCase(product, browser, person)

  const reviewer = new Office(await visitors.openOffice())
  await reviewer.signIn('review')
  await declareRelative(reviewer.page, relative)
  await reviewer.page.goto(`/cases/${applicationId}`)
  const exceptions = new CaseExceptions(reviewer.page)
  await exceptions.hold('需要组织专家评审，请等待通知。')
  await exceptions.resume()
  await exceptions.lookAtMove()
  await new OfficeCase(reviewer.page).reviewAsFailed(person.name, NOTE)
  const approver = new Office(await visitors.openOffice())
  await approver.signIn('approve')
  await approver.page.goto(`/cases/${applicationId}`)
  await new OfficeCase(approver.page).refuse(person.name, NOTE)
  await new CaseExceptions(approver.page).deliverLetter(shanghaiDay())

  const page = await visitors.continueInBrowser(site)
  await openOwnCase(page, '认定未通过')
  const decision = new PortalDecision(page)
  await decision.open(/下载决定书/)
  await decision.download()
  await decision.askForReview('学历证书可以在学信网查到，请重新核对。')
  await decision.rate()

  await giveRoles(product, 'kecheng-statistics', ['review'])
  const third = new Office(await visitors.openOffice())
  await third.signIn('statistics')
  await grantReview(third.page, '已与学信网重新核对，学历信息一致。')
  await new CaseExceptions(approver.page).agreeToCorrection('同意更正原结论。')
  await expect(approver.page.getByText('撤回认定结论').first()).toBeVisible()
  await approver.page.goto('/ratings')
  await expect(approver.page.getByText('希望多开放几个确认时段。')).toBeVisible()
  await lookAt(approver.page, 'office-ratings')
  await page.reload()
  await expect(page.getByText('原结论已经撤回，认定机构正在重新办理')).toBeVisible()
  await expect(page.getByText('复查结果：原结论需要更正')).toBeVisible()
  await lookAt(page, 'portal-review-granted')
  await openOwnCase(page, '待认定审批')
  await page.getByRole('link', { name: '查看复查结果' }).click()
  await expect(page.getByText('复查结果：原结论需要更正')).toBeVisible()
})
