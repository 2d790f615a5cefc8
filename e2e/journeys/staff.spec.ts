import { expect } from '@playwright/test'
import { waitUntil } from '../api/wait-until.ts'
import { readActivationCode } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { enterPerson, filePerson, openPerson, signInAs } from '../pages/office-staff.ts'
import { test } from '../test.ts'

const PERSON = { name: '闻思远', number: '330802198506159975' }

test('a county enters a person and opens a user, the province files, the person sets the password, leaving ends the user (ACC-8, S-032)', async ({
  product,
  visitors,
}) => {
  const county = await visitors.openOffice()
  await signInAs(county, 'kecheng-users')
  await enterPerson(county, PERSON)
  await openPerson(county, PERSON.name)
  await county.getByRole('button', { name: '开通用户' }).click()
  const dialog = county.getByRole('dialog', { name: '开通用户' })
  await dialog.getByLabel('用户名').fill('kecheng-wen')
  await dialog.getByLabel('审核').check()
  await lookAt(county, 'office-staff-open-user')
  await dialog.getByRole('button', { name: '开通用户' }).click()
  await expect(county.getByText('尚未激活')).toBeVisible()
  const province = await visitors.openOffice()
  await signInAs(province, 'zhejiang-users')
  await filePerson(province, PERSON.name)
  const code = await waitUntil('an activation code', () => readActivationCode(product, '19900000077'))
  const own = await visitors.openOffice()
  await own.goto('/activate')
  await own.getByLabel('用户名').fill('kecheng-wen')
  await own.getByLabel('激活码').fill(code)
  await own.getByLabel('新密码').fill('山高月小水落石出')
  await lookAt(own, 'office-staff-activate')
  await own.getByRole('button', { name: '设置密码' }).click()
  await expect(own.getByText('密码已设置')).toBeVisible()
  await openPerson(county, PERSON.name)
  await expect(county.getByText('本人已设置密码')).toBeVisible()
  await lookAt(county, 'office-staff-person')
  await county.getByRole('button', { name: '办理离岗' }).click()
  await county.getByRole('dialog').getByLabel('原因').fill('调离本机构。')
  await county.getByRole('dialog').getByRole('button', { name: '办理离岗' }).click()
  await expect(county.getByText('已停用')).toBeVisible()
  await county.goto('/delegations')
  await expect(county.getByRole('heading', { level: 1, name: '委托授权' })).toBeVisible()
  await lookAt(county, 'office-staff-delegations')
})
