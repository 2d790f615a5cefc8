import { readFile } from 'node:fs/promises'
import { type Page, expect } from '@playwright/test'
import { registerPerson } from '../api/applicant.ts'
import { collectEvidence, fillDraft, submitDraft } from '../api/draft.ts'
import { confirmCase, signInOfficer } from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { fillSheet } from '../api/sheet.ts'
import { openSite } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { test } from '../test.ts'

const OFFICE = '衢州市公安局柯城分局'
const RESULT = 4
const SCAN = Buffer.from(
  '%PDF-1.4\n1 0 obj <</Type/Catalog/Pages 2 0 R>> endobj\n2 0 obj <</Type/Pages/Kids[]/Count 0>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n',
)

async function chooseAnswer(page: Page, file: Buffer, name: string): Promise<void> {
  await page
    .getByLabel('公安机关返回的文件')
    .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: file })
}

test('a batch goes to the police as a file and comes back; what does not fit is worked off; a paper takes two persons (DEC-1, DEC-2, S-151)', async ({
  product,
  visitors,
  browser,
}) => {
  test.setTimeout(240_000)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const desk = await signInOfficer(product, 'confirm')
  const cases: { registrationNumber: string; name: string; number: string }[] = []
  for (const place of [30, 31, 32]) {
    const person = await findPerson(product, 'graduate', place)
    const site = await registerPerson(product, person)
    const centre = await collectEvidence(site, person)
    const draftId = await fillDraft({ site, phone: openSite(product.portal), centre, pictures })
    const { registrationNumber } = await submitDraft(site, draftId)
    await confirmCase(desk, registrationNumber)
    cases.push({ registrationNumber, name: person.name, number: person.number })
  }
  const [first, second, third] = cases
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody to vet')

  const vet = new Office(await visitors.openOffice())
  await vet.signIn('vet')
  const { page } = vet
  await vet.goTo('背景核查')
  await page.getByRole('link', { name: '公安机关', exact: true }).click()
  await expect(page.getByText('还没有登记公安机关')).toBeVisible()
  await lookAt(page, 'office-vetting-offices-empty')
  await page.getByRole('button', { name: '登记公安机关' }).click()
  const register = vet.dialog('登记公安机关')
  await register.getByLabel('名称').fill(OFFICE)
  await register.getByLabel('负责的户籍地').fill('不是代码')
  await register.getByRole('button', { name: /登记$/ }).click()
  await expect(register.getByText('区划代码应为 2、4 或 6 位数字').first()).toBeVisible()
  await lookAt(page, 'office-vetting-office-refused')
  await register.getByLabel('负责的户籍地').fill('')
  await register.getByRole('button', { name: /登记$/ }).click()
  await expect(page.getByRole('table', { name: '公安机关' })).toContainText('其余全部')
  await lookAt(page, 'office-vetting-offices')

  await page.getByRole('link', { name: '待核查与批次' }).click()
  const pending = page.getByRole('region', { name: /^待无犯罪记录核查/ })
  for (const { name, registrationNumber } of [first, second]) {
    await pending.getByRole('checkbox', { name: `选择 ${name} ${registrationNumber}` }).check()
  }
  await lookAt(page, 'office-vetting-pending')
  await pending.getByRole('button', { name: '发起 2 件' }).click()
  await vet.dialog('发起无犯罪记录核查').getByRole('button', { name: '发起 2 件无犯罪记录核查' }).click()
  const started = vet.dialog('无犯罪记录核查已发起')
  await expect(started).toContainText(`${OFFICE} 2 件`)
  await started.getByRole('button', { name: '完成' }).click()
  const batch = page.getByRole('table', { name: '核查批次' }).getByRole('row').filter({ hasText: OFFICE })
  await expect(batch).toContainText('请导出名单')
  await batch.getByRole('link').click()

  await page.getByRole('button', { name: '导出名单' }).click()
  const purpose = vet.dialog('导出核查名单')
  await purpose.getByLabel('导出用途').fill('送柯城分局核查')
  await lookAt(page, 'office-vetting-export')
  await purpose.getByRole('button', { name: '生成名单' }).click()
  const download = page.waitForEvent('download')
  await page.getByRole('link', { name: /^下载/ }).click()
  const list = await readFile(await (await download).path())

  const half = fillSheet(list, [
    { key: first.number, place: RESULT, text: '无犯罪记录' },
    { key: second.number, place: RESULT, text: '无犯罪记录' },
  ])
  const wrong = fillSheet(half, [{ key: second.number, place: 1, text: '旁人' }])
  await chooseAnswer(page, wrong, '返回.xlsx')
  await expect(page.getByText('试算：1 件可以记入，1 行与名单不一致，0 件不在文件中。')).toBeVisible()
  await lookAt(page, 'office-vetting-import')
  await page.getByRole('button', { name: '导入 1 件结果' }).click()
  await expect(page.getByText('与名单不一致的行没有记入任何申请。')).toBeVisible()
  await chooseAnswer(page, wrong, '返回.xlsx')
  await page.getByRole('link', { name: '查看待处理名单' }).click()
  const loose = page.getByRole('table', { name: '核查待处理名单' })
  await expect(loose).toContainText('姓名与申请不一致')
  await lookAt(page, 'office-vetting-mismatches')
  await loose.getByRole('button', { name: /^处理/ }).click()
  const settle = vet.dialog('处理这一行')
  await settle.getByRole('button', { name: /移出名单$/ }).click()
  await expect(settle.getByText('请填写处理情况。')).toBeVisible()
  await settle.getByLabel('处理情况').fill('已电话核实，系公安机关笔误，重新返回。')
  await settle.getByRole('button', { name: /移出名单$/ }).click()
  await expect(page.getByText('没有待处理的行')).toBeVisible()

  await page.goBack()
  await expect(page.getByRole('heading', { level: 1, name: '核查批次' })).toBeVisible()
  await chooseAnswer(page, fillSheet(list, [{ key: second.number, place: RESULT, text: '无犯罪记录' }]), '更正.xlsx')
  await page.getByRole('button', { name: '导入 1 件结果' }).click()
  await expect(page.getByText('已全部返回')).toBeVisible()
  await lookAt(page, 'office-vetting-batch')

  await page.getByRole('link', { name: '纸质证明', exact: true }).click()
  await page.getByRole('button', { name: '登记证明' }).click()
  const record = vet.dialog('登记纸质证明')
  await record.getByLabel('报名号').fill(third.registrationNumber)
  await expect(record).toContainText(third.name)
  await record.getByLabel('其他无犯罪记录证明（例外）').check()
  await record.getByLabel('例外原因').fill('户籍刚迁入，公安机关暂时查无此人。')
  await record.getByLabel('出具机关').fill('演示派出所')
  await record.getByLabel('证明编号').fill('演示证明〔2026〕1号')
  await record.getByRole('button', { name: /登记$/ }).click()
  await expect(record.getByText('请选择证明的扫描件。')).toBeVisible()
  await record.getByLabel('出具日期').fill(shanghaiDay())
  await record.getByLabel('扫描件').setInputFiles({ name: '证明.pdf', mimeType: 'application/pdf', buffer: SCAN })
  await lookAt(page, 'office-vetting-paper-record')
  await record.getByRole('button', { name: /登记$/ }).click()
  await expect(page.getByRole('table', { name: '纸质核查证明' })).toContainText('待复核')

  const approve = new Office(await visitors.openOffice())
  await approve.signIn('approve')
  await approve.page.goto('/vetting/papers')
  await approve.page.getByRole('button', { name: `查看${third.name}的证明` }).click()
  const judge = approve.dialog(`${third.name}的其他无犯罪记录证明`)
  await expect(judge).toContainText('演示证明〔2026〕1号')
  await lookAt(approve.page, 'office-vetting-paper-judge')
  await judge.getByRole('button', { name: '核对无误，采用' }).click()
  await expect(approve.page.getByRole('table', { name: '纸质核查证明' })).toContainText('已采用')
  await lookAt(approve.page, 'office-vetting-papers')
  await approve.page.getByRole('link', { name: '查阅与清除' }).click()
  const looks = approve.page.getByRole('table', { name: '查阅记录' })
  await expect(looks).toContainText('送柯城分局核查')
  await expect(looks).toContainText('查看纸质证明')
  await lookAt(approve.page, 'office-vetting-looks')
})
