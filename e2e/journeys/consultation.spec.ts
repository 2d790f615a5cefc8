import { expect } from '@playwright/test'
import { findPerson } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { PortalConsultation } from '../pages/portal-consultation.ts'
import { expectTitle } from '../pages/portal.ts'
import { test } from '../test.ts'

test('a question is asked without an account, passed up, answered, and rated; each look is an event (PUB-6, S-144, S-145)', async ({
  product,
  visitors,
}) => {
  const person = await findPerson(product, 'graduate', 28)
  const page = await visitors.openPortal()
  const portal = new PortalConsultation(page)
  await portal.begin('我要咨询')
  await portal.seeDefects()
  const title = '确认时要带居住证原件吗'
  const body = '我是外地户籍，持本地居住证，请问现场确认时要带原件吗？'
  await portal.fillIn({ topic: '教师资格认定', title, body })
  await portal.namePhone(product, person.name, person.phone)
  await page.getByRole('button', { name: '提交咨询' }).click()
  const receipt = await portal.readReceipt('咨询已受理')
  await portal.addEvidence()

  const clerk = new Office(await visitors.openOffice())
  await clerk.signIn('publicity')
  await clerk.page.goto('/consultations')
  await expect(clerk.page.getByRole('link', { name: title })).toBeVisible()
  await lookAt(clerk.page, 'office-consultations')
  await clerk.page.getByRole('link', { name: title }).click()
  await expect(clerk.page.getByText(body)).toBeVisible()
  await expect(clerk.page.getByText(person.name)).toBeHidden()
  await lookAt(clerk.page, 'office-consultation')
  await clerk.page.getByRole('button', { name: '显示联系方式' }).click()
  const reveal = clerk.dialog('显示联系方式')
  await reveal.getByLabel('用途').fill('电话核实户籍情况')
  await reveal.getByRole('button', { name: '显示联系方式' }).click()
  await expect(clerk.page.getByText(person.name)).toBeVisible()
  await clerk.page.getByRole('button', { name: '转办' }).click()
  const transfer = clerk.dialog('转办')
  await transfer.getByRole('button', { name: '转办' }).click()
  await expect(transfer.getByText('请选择转给的机构。')).toBeVisible()
  await lookAt(clerk.page, 'office-consultation-transfer')
  await transfer.getByLabel('转给').selectOption({ label: '衢州市教育局' })
  await transfer.getByLabel('转办原因').fill('全市的要求由市局统一答复。')
  await transfer.getByRole('button', { name: '转办' }).click()
  await expect(clerk.page.getByText('本机构只能查看')).toBeVisible()

  const city = new Office(await visitors.openOffice())
  await city.signIn('plan', 'quzhou')
  await city.page.goto('/consultations/board')
  await expect(city.page.getByRole('rowheader', { name: /衢州市教育局/ })).toBeVisible()
  await lookAt(city.page, 'office-consultation-board')
  await city.page.goto('/consultations')
  await city.page.getByRole('link', { name: title }).click()
  await city.page.getByRole('button', { name: '发出答复' }).click()
  await expect(city.page.getByText('请选择办理结果。')).toBeVisible()
  await city.page.getByRole('radio', { name: '已解答' }).check()
  await city.page.getByLabel('答复内容').fill('您好。需要带居住证原件，核对后当场交还。')
  await city.page.getByRole('button', { name: '发出答复' }).click()
  await expect(city.page.getByText('这个事项已经答复')).toBeVisible()

  await portal.ask(receipt)
  await expect(page.getByText('核对后当场交还')).toBeVisible()
  await lookAt(page, 'portal-consultation-status')
  await page.getByRole('radio', { name: '非常满意' }).check()
  await page.getByRole('radio', { name: '已解决' }).check()
  await page.getByRole('button', { name: '提交评价' }).click()
  await expect(page.getByText('您的评价：5 分，问题已解决')).toBeVisible()

  const auditor = new Office(await visitors.openOffice())
  await auditor.signIn('audit', 'zhejiang')
  await auditor.page.goto('/audit?event=consultation.reveal-contact')
  const row = auditor.page.getByRole('row', { name: /宣若华/ })
  await expect(row).toBeVisible()
  await lookAt(auditor.page, 'office-audit')
  await row.getByRole('link').click()
  await expect(auditor.page.getByText('这条记录没有被改动')).toBeVisible()
  await expect(auditor.page.getByText(person.phone)).toBeHidden()
  await lookAt(auditor.page, 'office-audit-event')
  await auditor.page.goto('/audit?event=audit')
  await expect(auditor.page.getByRole('row', { name: /audit\.get/ }).first()).toBeVisible()
})

test('fraud is reported by nobody who can be named and read by the restrict officer alone (PUB-6)', async ({
  visitors,
}) => {
  const page = await visitors.openPortal()
  const portal = new PortalConsultation(page)
  await portal.begin('我要举报')
  const title = '有人提交假的普通话证书'
  await portal.fillIn({ topic: '申请材料弄虚作假', title, body: '某培训机构替学员制作假的普通话证书，名单见附件。' })
  await page.getByRole('radio', { name: '匿名举报' }).check()
  await page.getByRole('button', { name: '提交举报' }).click()
  await page.getByRole('button', { name: '不用拖动，改用电脑计算验证' }).click()
  const receipt = await portal.readReceipt('举报已受理')
  await portal.addEvidence()

  const clerk = new Office(await visitors.openOffice())
  await clerk.signIn('publicity')
  await clerk.page.goto('/consultations?kind=fraud')
  await expect(clerk.page.getByText('没有符合条件的事项')).toBeVisible()
  const inspector = new Office(await visitors.openOffice())
  await inspector.signIn('restrict')
  await inspector.page.goto('/consultations')
  await inspector.page.getByRole('link', { name: title }).click()
  await expect(inspector.page.getByRole('link', { name: /材料1/ })).toBeVisible()
  await inspector.page.getByRole('button', { name: '登记转入核查' }).click()
  const refer = inspector.dialog('登记转入核查')
  await refer.getByLabel('核查编号').fill('演示核〔2026〕1号')
  await refer.getByRole('button', { name: '登记' }).click()
  await expect(inspector.page.getByText('核查 演示核〔2026〕1号')).toBeVisible()
  await lookAt(inspector.page, 'office-consultation-fraud')

  await portal.ask(receipt)
  await expect(page.getByText('演示核')).toBeHidden()
})

test('a notice goes down the tree, is confirmed by its reader, and the author sees who is missing (ADM-7)', async ({
  visitors,
}) => {
  const city = new Office(await visitors.openOffice())
  await city.signIn('plan', 'quzhou')
  await city.page.goto('/channel')
  await expect(city.page.getByRole('heading', { level: 1, name: '通知与手册' })).toBeVisible()
  await city.page.getByRole('link', { name: '写通知或来函' }).click()
  await city.page.getByRole('button', { name: '发出' }).click()
  await expect(city.page.getByText('请填写标题。')).toBeVisible()
  await lookAt(city.page, 'office-channel-new')
  const title = '做好秋季认定准备工作'
  await city.page.getByLabel('标题').fill(title)
  await city.page.getByLabel('内容').fill('请各县（市、区）于开放前完成人员备案和确认点设置。')
  await city.page.getByRole('button', { name: '发出' }).click()
  await expectTitle(city.page, title)
  await expect(city.page.getByRole('region', { name: '未确认的收件人' })).toContainText('柯城区教育局')
  await lookAt(city.page, 'office-channel-author')

  const clerk = new Office(await visitors.openOffice())
  await clerk.signIn('users')
  await clerk.page.goto('/channel')
  await expect(clerk.page.getByText('份文件需要您确认已读')).toBeVisible()
  await lookAt(clerk.page, 'office-channel')
  await clerk.page.getByRole('link', { name: title }).click()
  await clerk.page.getByRole('button', { name: '我已阅读，确认' }).click()
  await expect(clerk.page.getByText('您已确认阅读。')).toBeVisible()
  await lookAt(clerk.page, 'office-channel-post')

  await city.page.reload()
  await expect(city.page.getByText('1 人已确认')).toBeVisible()
})
