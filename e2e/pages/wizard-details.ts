import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { signOnPhone } from './phone-signature.ts'
import { readQrCode } from './read-qr-code.ts'
import type { Wizard } from './wizard.ts'

const LIFE = [
  { from: '2015-09', to: '2018-06', place: '演示中学', role: '学生', witness: '演示老师' },
  { from: '2018-09', to: null, place: '演示大学', role: '本科，学生', witness: null },
] as const

interface DetailsWish {
  /** Any picture of a person; the page cuts it. */
  readonly snapshot: Buffer
  readonly phone: Page
}

async function cropPhoto(page: Page, snapshot: Buffer): Promise<void> {
  await page.getByLabel('选择照片').setInputFiles({ name: 'IMG_0001.jpg', mimeType: 'image/jpeg', buffer: snapshot })
  await expect(page.getByLabel('照片裁剪区')).toBeVisible()
  await lookAt(page, 'portal-photo-crop')
  await page.getByRole('button', { name: '生成证件照并检查' }).click()
  await expect(page.getByRole('list', { name: '照片检查结果' })).toBeVisible()
  await lookAt(page, 'portal-photo-check')
  await page.getByRole('button', { name: '使用这张照片' }).click()
  await expect(page.getByRole('img', { name: '已上传的个人照片' })).toBeVisible()
}

async function signPromise(page: Page, phone: Page): Promise<void> {
  await page.getByRole('button', { name: '生成签名二维码' }).click()
  const code = page.getByRole('img', { name: /二维码/ })
  await expect(code).toBeVisible()
  const address = await readQrCode(code)
  expect(await page.getByRole('link', { name: '在本机打开签名页' }).getAttribute('href')).toBe(address)
  await lookAt(page, 'portal-signing')
  await signOnPhone(phone, address)
  await expect(page.getByText('请核对签名')).toBeVisible()
  await expect(page.getByText(/签名来自另一台设备（安卓手机 · Chrome）/)).toBeVisible()
  await lookAt(page, 'portal-signing-accept')
  await page.getByRole('button', { name: '接受这个签名' }).click()
  await expect(page.getByRole('img', { name: '个人承诺书上的手写签名' })).toBeVisible()
}

async function fillLife(page: Page): Promise<void> {
  for (const [index, { from, to, place, role, witness }] of LIFE.entries()) {
    await page.getByRole('button', { name: index === 0 ? '添加第一条简历' : '再添加一条简历' }).click()
    const row = page.getByRole('group', { name: `第 ${index + 1} 条` })
    await row.getByLabel('起始年月').fill(from)
    if (to === null) await row.getByRole('checkbox', { name: '至今' }).check()
    else await row.getByLabel('结束年月').fill(to)
    await row.getByLabel('学习或工作单位').fill(place)
    await row.getByLabel('学习或任职情况').fill(role)
    if (witness !== null) await row.getByLabel('证明人').fill(witness)
  }
}

/** Step 4: a photo cut from a snapshot, the promise signed on a phone, collection, work and life. */
export async function fillDetails(wizard: Wizard, { snapshot, phone }: DetailsWish): Promise<void> {
  const { page } = wizard
  await cropPhoto(page, snapshot)
  await signPromise(page, phone)
  await page.getByRole('radio', { name: '自取' }).check()
  await page.getByLabel('政治面貌').selectOption({ label: '群众' })
  await page.getByLabel('现从事职业').selectOption({ label: '待业人员' })
  await page.getByRole('textbox', { name: '工作单位', exact: true }).fill('无')
  await page.getByLabel('专业技术职务').selectOption({ label: '无' })
  await fillLife(page)
  await lookAt(page, 'portal-step-4')
  await wizard.next('确认申报信息')
}
