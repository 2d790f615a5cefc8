import { expect } from '@playwright/test'
import { lookAt } from '../pages/look-at.ts'
import { signInAs } from '../pages/office-staff.ts'
import { signAct } from '../pages/sign-act.ts'
import { test } from '../test.ts'

test('the sealed account of a province is opened by two administrators with their keys, seen by both, and shut (S-042)', async ({
  visitors,
}) => {
  const security = await visitors.openOffice()
  await signInAs(security, 'zhejiang-security')
  await security.goto('/security/emergency')
  const place = security.getByRole('region', { name: '浙江省教育厅' })
  await place.getByRole('button', { name: '设立并封存' }).click()
  const seal = security.getByRole('dialog', { name: '封存应急账号' })
  await seal.getByLabel('用户名').fill('zhejiang-emergency')
  await seal.getByRole('button', { name: '封存', exact: true }).click()
  await expect(seal.getByRole('link', { name: /密钥序列号由数字/ })).toBeVisible()
  await lookAt(security, 'office-emergency-seal')
  await seal.getByLabel('密钥序列号').fill('5A00000000009996')
  await seal.getByRole('button', { name: '封存', exact: true }).click()
  const told = security.getByRole('dialog', { name: '应急账号已封存' })
  await expect(told.getByRole('status')).toHaveText(/^[2-9a-z]{5}(?:-[2-9a-z]{5}){3}$/)
  await told.getByRole('button', { name: '已装入信封' }).click()
  await expect(place.getByText('已封存')).toBeVisible()
  await place.getByRole('button', { name: '申请启用' }).click()
  const ask = security.getByRole('dialog', { name: '申请启用：浙江省教育厅' })
  await ask.getByLabel('启用原因').fill('用户管理人员全部失联。')
  await ask.getByRole('button', { name: '申请启用' }).click()
  await signAct(security)
  await expect(place.getByText('等待第二人同意')).toBeVisible()
  await expect(place.getByRole('button', { name: '同意启用' })).toBeHidden()

  const system = await visitors.openOffice()
  await signInAs(system, 'zhejiang-system')
  await system.goto('/security/emergency')
  const same = system.getByRole('region', { name: '浙江省教育厅' })
  await same.getByRole('button', { name: '同意启用' }).click()
  await signAct(system)
  await expect(same.getByText('已启用', { exact: true })).toBeVisible()
  await expect(same.getByText(/自动失效/)).toBeVisible()
  await lookAt(system, 'office-emergency-open')
  await security.goto('/security/events?kind=emergency-opened')
  await expect(security.getByText('启用应急账号').first()).toBeVisible()
  await same.getByRole('button', { name: '结束启用' }).click()
  await expect(same.getByText('已用过，须重新封存')).toBeVisible()
})
