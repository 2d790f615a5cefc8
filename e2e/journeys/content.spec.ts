import { expect } from '@playwright/test'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { openSite } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { findAtDesk } from '../pages/office-desk.ts'
import { Office } from '../pages/office.ts'
import { NoticeDesk } from '../pages/office-notice.ts'
import { signInAs } from '../pages/office-staff.ts'
import { choosePlace, expectTitle } from '../pages/portal.ts'
import { HOSTILE_TEXTS, expectInert, watchInert } from '../pages/hostile-texts.ts'
import { test } from '../test.ts'

test('a county announces, is stopped where it must be, and takes down; its people read it (PUB-1, PUB-5, S-040, S-120, I-16)', async ({
  visitors,
}) => {
  const office = new Office(await visitors.openOffice())
  await office.signIn('publicity')
  const desk = new NoticeDesk(office.page)
  await desk.openNew()
  await desk.write({
    title: '柯城区2026年教师资格认定现场确认公告',
    body: '## 一、时间\n\n请联系李老师 13900139000，登录后台 https://10.0.0.8/vetting 办理。',
  })
  await desk.preview()
  await expect(office.page.getByText('公布前必须删去')).toBeVisible()
  await lookAt(office.page, 'office-notice-stopped')
  await desk.write({
    body: '## 一、时间\n\n现场确认时间为10月19日至23日。\n\n| 环节 | 时间 |\n| --- | --- |\n| 现场确认 | 10月19日至23日 |\n\n请阅读《申请人操作手册》。',
  })
  await desk.preview()
  await expect(office.page.getByText('请核对是否可以公开')).toBeVisible()
  await desk.saveNew()
  await desk.edit()
  await desk.attach('材料清单.pdf')
  await desk.save()
  await lookAt(office.page, 'office-notice-draft')
  await desk.publish()
  await lookAt(office.page, 'office-notice-out')

  const reader = await visitors.openPortal()
  await reader.goto('/')
  await choosePlace(reader)
  await reader.getByRole('link', { name: '柯城区2026年教师资格认定现场确认公告' }).click()
  await expectTitle(reader, '柯城区2026年教师资格认定现场确认公告')
  await expect(reader.getByRole('cell', { name: '10月19日至23日' })).toBeVisible()
  await lookAt(reader, 'portal-notice')
  const address = await reader.getByRole('link', { name: '材料清单.pdf' }).getAttribute('href')
  const headers = await reader.evaluate(async (url) => {
    const reply = await fetch(url)
    await reply.arrayBuffer()
    return [reply.status, reply.headers.get('content-type'), reply.headers.get('x-robots-tag')]
  }, address ?? '')
  expect(headers).toEqual([200, 'application/pdf', 'noindex, noarchive'])
  await reader.goto('/notices')
  await expectTitle(reader, '公告')
  await reader.getByLabel('搜索公告').fill('现场确认公告')
  await reader.getByRole('button', { name: '搜索' }).click()
  await expect(reader.getByRole('link', { name: '柯城区2026年教师资格认定现场确认公告' })).toBeVisible()
  await lookAt(reader, 'portal-notices')

  await desk.withdraw('时间有误')
  await lookAt(office.page, 'office-notice-withdrawn')
  await reader.reload()
  await expect(reader.getByText('没有符合条件的公告')).toBeVisible()
  await office.page.goto('/notices?shelf=archive')
  await expect(office.page.getByRole('link', { name: '柯城区2026年教师资格认定现场确认公告' })).toBeVisible()
  await lookAt(office.page, 'office-notices')
})

test('what a province announces is let out by a second person (PUB-5)', async ({ visitors }) => {
  const writer = await visitors.openOffice()
  await signInAs(writer, 'zhejiang-plan')
  const desk = new NoticeDesk(writer)
  await desk.openNew()
  await desk.write({ title: '浙江省2026年下半年教师资格认定工作通知', body: '各地应于12月20日前完成认定工作。' })
  await desk.saveNew()
  await desk.submit()
  const address = writer.url()
  const second = await visitors.openOffice()
  await signInAs(second, 'zhejiang-plan-2')
  const hints = second.getByRole('region', { name: '公告和通知' })
  await expect(hints).toContainText('浙江省2026年下半年教师资格认定工作通知')
  await lookAt(second, 'office-work-notice-waits')
  await second.goto(new URL(address).pathname)
  await lookAt(second, 'office-notice-to-approve')
  await second.getByRole('button', { name: '审核通过并公布' }).click()
  await expect(second.getByText('公布中', { exact: true })).toBeVisible()
  const reader = await visitors.openPhone()
  await reader.goto('/notices')
  await reader.getByRole('link', { name: '浙江省2026年下半年教师资格认定工作通知' }).click()
  await expectTitle(reader, '浙江省2026年下半年教师资格认定工作通知')
})

test('a question is answered once for all, found in other words, and rated (PUB-6)', async ({ visitors }) => {
  const office = new Office(await visitors.openOffice())
  await office.signIn('publicity')
  const { page } = office
  await page.goto('/questions')
  await page.getByRole('button', { name: '新增问题' }).click()
  const dialog = office.dialog('新增常见问题')
  await lookAt(page, 'office-question-dialog')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(dialog.getByRole('link', { name: '请填写问题。' })).toBeVisible()
  await dialog.getByLabel('问题', { exact: true }).fill('柯城区可以邮寄证书吗？')
  await dialog.getByLabel('答案').fill('可以。报名时选择“邮寄”，并填写收件地址。')
  await dialog.getByLabel(/^关键词/).fill('快递 EMS')
  await dialog.getByRole('button', { name: '保存' }).click()
  await expect(page.getByRole('button', { name: '柯城区可以邮寄证书吗？' })).toBeVisible()
  await lookAt(page, 'office-questions')

  const reader = await visitors.openPortal()
  await reader.goto('/')
  await choosePlace(reader)
  await reader.goto('/questions')
  await lookAt(reader, 'portal-question-groups')
  await reader.getByLabel(/您遇到了什么问题/).fill('快递领取')
  await reader.getByRole('button', { name: '搜索' }).click()
  await reader.getByText('柯城区可以邮寄证书吗？').click()
  await expect(reader.getByText('并填写收件地址')).toBeVisible()
  await lookAt(reader, 'portal-question-found')
  await reader.getByRole('button', { name: '没有解决' }).first().click()
  await expect(reader.getByText('感谢您的反馈。您可以通过咨询服务联系工作人员。')).toBeVisible()
  await page.reload()
  await expect(page.getByRole('row', { name: /柯城区可以邮寄证书吗/ })).toContainText('未解决 1')
})

test('agencies of a province are found with what they publish of themselves (PUB-4)', async ({ visitors }) => {
  const reader = await visitors.openPhone()
  await reader.goto('/contacts')
  await reader.getByLabel('省份').selectOption({ label: '浙江省' })
  await reader.getByLabel(/按机构名称筛选/).fill('柯城')
  await lookAt(reader, 'portal-contacts')
  await reader.getByRole('link', { name: '柯城区教育局' }).click()
  await expectTitle(reader, '柯城区教育局')
  await expect(reader.getByRole('link', { name: '0570-3003075' })).toHaveAttribute('href', 'tel:05703003075')
  await expect(reader.getByText('衢州学院行政楼108').first()).toBeVisible()
  const link = reader.getByRole('link', { name: '下载日历文件' })
  await expect(link).toHaveAttribute('href', /\/api\/plan-calendars\/33075\/feed\.ics$/)
  await lookAt(reader, 'portal-contact')
})

test('S-089: forty hostile texts in an announcement, a question and a search stay words, in office and portal', async ({
  visitors,
}) => {
  const office = new Office(await visitors.openOffice())
  await watchInert(office.page)
  await office.signIn('publicity')
  const desk = new NoticeDesk(office.page)
  await desk.openNew()
  await desk.write({ title: `核对${HOSTILE_TEXTS[0] ?? ''}`, body: HOSTILE_TEXTS.join('\n\n') })
  await desk.preview()
  await desk.saveNew()
  await desk.publish()
  await expectInert(office.page)

  const reader = await visitors.openPortal()
  await watchInert(reader)
  await reader.goto('/notices')
  await reader.getByRole('link', { name: /^核对/ }).click()
  await expectTitle(reader, /^核对/)
  await expectInert(reader)
  for (const text of HOSTILE_TEXTS.slice(0, 10)) {
    await reader.goto(`/questions?text=${encodeURIComponent(text)}`)
    await expect(reader.getByRole('heading', { level: 1 })).toBeVisible()
  }
  await expectInert(reader)
  await desk.withdraw('核对完成')
  await office.page.goto('/notices?shelf=archive')
  await expect(office.page.getByRole('link', { name: /^核对/ })).toBeVisible()
  await expectInert(office.page)
})

test('S-089: what an applicant typed runs nowhere: not at the desk, not on the case, not in the own portal', async ({
  product,
  visitors,
  browser,
}) => {
  const [script = '', image = ''] = HOSTILE_TEXTS
  const person = await findPerson(product, 'graduate', 27)
  const site = await registerPerson(product, person)
  const centre = await collectEvidence(site, person)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const wording = { street: `信安街道${script}`, place: image }
  const draftId = await fillDraft({ site, phone: openSite(product.portal), centre, pictures, wording })
  const { registrationNumber, applicationId } = await submitDraft(site, draftId)

  const office = new Office(await visitors.openOffice())
  await watchInert(office.page)
  await office.signIn('confirm')
  await findAtDesk(office, registrationNumber)
  await expect(office.page.getByText(image).first()).toBeVisible()
  await expectInert(office.page)

  const reader = await visitors.continueInBrowser(site)
  await watchInert(reader)
  await reader.goto(`/applications/${applicationId}`)
  await expect(reader.getByText(image).first()).toBeVisible()
  await expectInert(reader)
})

test('an upper office takes a county’s announcement down by two persons, and the county reads why (PUB-5, S-056)', async ({
  visitors,
}) => {
  const title = '柯城区体检安排公告'
  const county = new Office(await visitors.openOffice())
  await county.signIn('publicity')
  const desk = new NoticeDesk(county.page)
  await desk.openNew()
  await desk.write({ title, body: '体检医院为演示医院。' })
  await desk.preview()
  await desk.saveNew()
  await desk.publish()

  const first = await visitors.openOffice()
  await signInAs(first, 'nation-plan')
  await first.goto('/notices/below')
  await first.getByRole('button', { name: `提出撤下${title}` }).click()
  const dialog = first.getByRole('dialog', { name: `提出撤下：${title}` })
  await dialog.getByRole('button', { name: '提出撤下' }).click()
  await expect(dialog.getByRole('link', { name: '请填写撤下原因。' })).toBeVisible()
  await lookAt(first, 'office-notice-propose-takedown')
  await dialog.getByLabel('撤下原因').fill('体检医院有误。')
  await dialog.getByRole('button', { name: '提出撤下' }).click()
  await expect(first.getByText('待另一人审核')).toBeVisible()
  await expect(first.getByRole('button', { name: '同意撤下', exact: true })).toBeHidden()

  const second = await visitors.openOffice()
  await signInAs(second, 'nation-plan-2')
  const hints = second.getByRole('region', { name: '公告和通知' })
  await hints.getByRole('listitem').filter({ hasText: title }).getByRole('link', { name: '打开' }).click()
  await lookAt(second, 'office-notices-below')
  await second.getByRole('button', { name: '同意撤下', exact: true }).click()
  await expect(second.getByText('已撤下', { exact: true })).toBeVisible()

  await county.page.goto('/')
  await expect(county.page.getByRole('region', { name: '公告和通知' })).toContainText('撤下：体检医院有误。')
  await lookAt(county.page, 'office-work-notice-taken-down')
})
