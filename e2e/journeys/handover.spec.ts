import { expect } from '@playwright/test'
import { shanghaiDay } from '../api/shanghai-day.ts'
import { lookAt } from '../pages/look-at.ts'
import { openHandover, registerItem, signHandover } from '../pages/office-handover.ts'
import { openPerson, signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

const GIVER = { username: 'kecheng-stock', name: '仓廪实' }
const RECEIVER = { username: 'kecheng-print', name: '毕昇和' }
const COMPUTER = { serial: 'PC-2026-0996', keeper: GIVER.name }

test('a post is handed over: both sign the list with their keys, the devices go over, leaving ends the open page (ACC-8, ACC-12, S-032, S-036)', async ({
  visitors,
}) => {
  const county = await visitors.openOffice()
  await test.step('the county enters a computer that the leaver keeps, and opens the list', async () => {
    await signInAs(county, 'kecheng-users')
    await registerItem(county, COMPUTER)
    await openHandover(county, {
      giver: GIVER.username,
      receiver: RECEIVER.username,
      dueOn: shanghaiDay(),
      remarks: '空白证书已清点。\n库房钥匙两把。',
    })
  })
  const giver = await visitors.openOffice()
  await test.step('the leaver sees what goes over and signs', async () => {
    await signInAs(giver, GIVER.username)
    await signHandover(giver, GIVER.name, '签字移交')
    await expect(giver.getByText(COMPUTER.serial)).toBeVisible()
    await expect(giver.getByText('毕昇和尚未签字。')).toBeVisible()
  })
  await test.step('leaving ends the work at the next step, the list stays', async () => {
    await openPerson(county, GIVER.name)
    await county.getByRole('button', { name: '办理离岗' }).click()
    await county.getByRole('dialog').getByLabel('原因').fill('调离本机构。')
    await county.getByRole('dialog').getByRole('button', { name: '办理离岗' }).click()
    await expect(county.getByText('已停用').first()).toBeVisible()
    await giver.goto('/handovers')
    await expect(giver.getByRole('heading', { level: 1, name: '工作人员登录' })).toBeVisible()
  })
  await test.step('the successor signs, the list is closed and the computer is theirs', async () => {
    const receiver = await visitors.openOffice()
    await signInAs(receiver, RECEIVER.username)
    await signHandover(receiver, GIVER.name, '签字接收')
    await expect(receiver.getByText('已办结').first()).toBeVisible()
    await lookAt(receiver, 'office-handover-closed')
  })
  await test.step('the county and the province see it closed and the keeper changed', async () => {
    await county.goto('/custody')
    await county.getByRole('link', { name: '认定专用机（二楼）' }).click()
    await expect(county.getByRole('row', { name: /毕昇和.*至今.*按交接清单移交/ })).toBeVisible()
    await lookAt(county, 'office-custody-item')
    const province = await visitors.openOffice()
    await signInAs(province, 'zhejiang-users')
    await province.goto('/handovers?show=closed')
    await expect(province.getByRole('link', { name: GIVER.name })).toBeVisible()
    await lookAt(province, 'office-handovers-province')
    await province.goto('/custody/board?show=gap')
    await expect(province.getByRole('heading', { level: 1, name: '各机构保管情况' })).toBeVisible()
    await lookAt(province, 'office-custody-board')
  })
})

test('the security regime of the year is filed once with its stamped scan (ACC-12)', async ({ visitors }) => {
  const page = await visitors.openOffice()
  await signInAs(page, 'quzhou-users')
  await page.goto('/custody/regime')
  await page.getByRole('button', { name: '备案' }).click()
  await expect(page.getByRole('link', { name: '请填写制度摘要。' })).toBeVisible()
  await lookAt(page, 'office-regime-wrong')
  await page.getByLabel('制度摘要').fill('专机专用，专人保管。\n每季度检查一次。')
  const scan = Buffer.from('%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  await page
    .getByLabel('盖章扫描件')
    .setInputFiles({ name: '安全管理制度.pdf', mimeType: 'application/pdf', buffer: scan })
  await page.getByRole('button', { name: '备案' }).click()
  await expect(page.getByText('已备案', { exact: true })).toBeVisible()
  await lookAt(page, 'office-regime')
})
