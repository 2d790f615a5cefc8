import { expect } from '@playwright/test'
import { PASSWORD, registerPerson } from '../api/applicant.ts'
import { findPerson, listReceipts, readNewCode } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { expectTitle } from '../pages/portal.ts'
import { press, typeInto } from '../pages/press-keys.ts'
import { test } from '../test.ts'

test('a person signs in by keyboard alone, without dragging, and axe finds nothing on the way (S-016)', async ({
  product,
  visitors,
}) => {
  const person = await findPerson(product, 'graduate', 17)
  await registerPerson(product, person)
  const known = await listReceipts(product, person.phone)
  const page = await visitors.openPortal()
  await page.goto('/sign-in')
  await expect(page.getByRole('slider', { name: '拼图位置' })).toBeVisible()
  await typeInto(page, page.getByLabel('账号'), person.number)
  await typeInto(page, page.getByLabel('密码', { exact: true }), PASSWORD)
  await press(page, page.getByRole('button', { name: '不用拖动：改用短信验证码登录' }))
  await lookAt(page, 'portal-sign-in-without-dragging')
  await press(page, page.getByRole('button', { name: '登录：获取短信验证码' }))
  await expectTitle(page, '填写短信验证码')
  await lookAt(page, 'portal-sign-in-code')
  await typeInto(page, page.getByLabel('短信验证码'), await readNewCode(product, person.phone, known))
  await page.keyboard.press('Enter')
  await expectTitle(page, '业务平台')
})

test('a quiet session warns two minutes before it ends, one key keeps it, and nothing stays open afterwards (S-022)', async ({
  product,
  visitors,
}) => {
  const person = await findPerson(product, 'graduate', 18)
  const page = await visitors.continueInBrowser(await registerPerson(product, person))
  await page.clock.install()
  await page.goto('/centre')
  // The last answer has come: from now on the session is quiet.
  await expect(page.getByRole('region', { name: '身份信息' })).toBeVisible()
  const warning = page.getByRole('dialog', { name: '登录即将结束' })
  await expect(warning).toBeHidden()
  await page.clock.fastForward('28:30')
  await expect(warning).toBeVisible()
  await expect(warning.getByRole('button', { name: '继续使用' })).toBeFocused()
  await lookAt(page, 'portal-session-end')
  await page.keyboard.press('Enter')
  await expect(warning).toBeHidden()
  await page.clock.fastForward('28:30')
  await expect(warning).toBeVisible()
  await page.clock.fastForward('02:00')
  await expectTitle(page, '登录')
  await page.reload()
  await expectTitle(page, '登录')
})
