import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect } from '@playwright/test'
import { submitCase } from '../api/appointment.ts'
import {
  confirmCase,
  OFFICER_PASSWORD,
  requestVetting,
  reviewCase,
  signInOfficer,
  waitForStage,
} from '../api/officer.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import { findPerson } from '../api/sandbox.ts'
import { lookAt } from '../pages/look-at.ts'
import { OfficeDoor } from '../pages/office-door.ts'
import { plugPasskeyDevice } from '../pages/passkey-device.ts'
import { test } from '../test.ts'

test('an approver registers a passkey, signs in with it and signs a conclusion with it; leaving the question keeps the draft (ACC-9, S-033, S-036)', async ({
  product,
  visitors,
  browser,
}) => {
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const { registrationNumber } = await submitCase(product, await findPerson(product, 'graduate', 15), pictures)
  const applicationId = await confirmCase(await signInOfficer(product, 'confirm'), registrationNumber)
  const vet = await signInOfficer(product, 'vet')
  for (const kind of ['crime', 'offence'] as const) await requestVetting(vet, [applicationId], kind)
  const review = await signInOfficer(product, 'review')
  await waitForStage(review, applicationId, 'awaiting-review')
  await reviewCase(review, applicationId)

  const page = await visitors.openOffice()
  const device = await plugPasskeyDevice(page)
  const door = new OfficeDoor(page)
  await test.step('a passkey is registered after the USB key', async () => {
    await door.signInWithUsbKey('kecheng-approve')
    await door.openOwnSignIn()
    await page.getByRole('button', { name: '登记通行密钥' }).click()
    const question = page.getByRole('dialog', { name: '登记通行密钥' })
    await question.getByRole('button', { name: '在本机登记' }).click()
    await expect(question.getByText('请填写名称，例如「办公室电脑」。')).toBeVisible()
    await question.getByLabel('名称').fill('审批室电脑')
    await lookAt(page, 'office-passkey-register')
    await question.getByRole('button', { name: '在本机登记' }).click()
    await expect(question).toBeHidden()
    await expect(page.getByRole('cell', { name: '审批室电脑', exact: true })).toBeVisible()
    expect(await device.countPasskeys()).toBe(1)
    await lookAt(page, 'office-my-sign-in')
    await door.signOut()
  })
  await test.step('a holder who does not confirm stays outside, then comes in', async () => {
    await device.confirm(false)
    await door.sayPassword('kecheng-approve')
    await page.getByRole('radio', { name: '通行密钥' }).check()
    await lookAt(page, 'office-sign-in-passkey')
    await page.getByRole('button', { name: '签名并登录' }).click()
    await expect(page.getByText(/通行密钥没有完成验证/)).toBeVisible()
    await device.confirm(true)
    await page.getByRole('button', { name: '签名并登录' }).click()
    await door.expectInside()
  })
  await test.step('a conclusion is signed with the passkey; whoever leaves keeps the question', async () => {
    await page.goto(`/cases/${applicationId}`)
    const bar = page.getByRole('region', { name: '办理' })
    await bar.getByRole('button', { name: '认定通过', exact: true }).click()
    const question = page.getByRole('dialog', { name: /^认定通过：/ })
    await question.getByRole('button', { name: '认定通过并编定号码' }).click()
    const proof = page.getByRole('dialog', { name: '请用密钥确认' })
    await expect(proof.getByText(/号码不能收回/)).toBeVisible()
    await lookAt(page, 'office-key-proof-passkey')
    await page.keyboard.press('Escape')
    await expect(proof).toBeHidden()
    await expect(question.getByText(/没有用密钥确认，本次操作没有提交/)).toBeVisible()
    await question.getByRole('button', { name: '认定通过并编定号码' }).click()
    await proof.getByRole('button', { name: '签名并提交' }).click()
    await expect(page.getByText(/\d{17}/).first()).toBeVisible()
  })
})

test('a registration code lets a passkey in and opens nothing by itself (ACC-9, S-033)', async ({ visitors }) => {
  const users = new OfficeDoor(await visitors.openOffice())
  await users.signInWithUsbKey('kecheng-users')
  await users.page.goto('/passkey-codes')
  await users.page.getByLabel('用户名').fill('kecheng-statistics')
  await users.page.getByRole('button', { name: '生成登记码' }).click()
  const given = users.page.getByRole('status').filter({ hasText: '登记码' })
  await expect(given).toContainText('计无遗')
  await lookAt(users.page, 'office-passkey-code')
  const code = /\d{10}/.exec((await given.textContent()) ?? '')?.[0] ?? ''

  const page = await visitors.openOffice()
  await plugPasskeyDevice(page)
  await page.goto('/sign-in')
  await page.getByRole('link', { name: '用登记码登记通行密钥' }).click()
  await page.getByRole('button', { name: '在本机登记' }).click()
  await expect(page.getByText('请填写 10 位数字登记码。')).toBeVisible()
  await page.getByLabel('用户名').fill('kecheng-statistics')
  await page.getByLabel('密码', { exact: true }).fill(OFFICER_PASSWORD)
  await page.getByLabel('登记码').fill(code)
  await page.getByLabel('名称').fill('备用手机')
  await lookAt(page, 'office-passkey-with-code')
  await page.getByRole('button', { name: '在本机登记' }).click()
  await expect(page.getByText(/通行密钥已登记/)).toBeVisible()
  await page.goto('/')
  await expect(page.getByRole('heading', { level: 1, name: '工作人员登录' })).toBeVisible()
  await new OfficeDoor(page).signInWithPasskey('kecheng-statistics', { choose: true })
})

test('the security officer sees and ends a session, keeps addresses and is warned before shutting the own one out (S-023, S-037)', async ({
  browser,
  product,
  visitors,
}) => {
  const officer = await signInOfficer(product, 'plan')
  // Refusals are part of this journey: the browser writes each of them to its console.
  const context = await browser.newContext({ baseURL: product.office, locale: 'zh-CN', timezoneId: 'Asia/Shanghai' })
  const page = await context.newPage()
  const door = new OfficeDoor(page)
  await door.signInWithUsbKey('zhejiang-security')
  await page.goto('/security/sessions')
  await page.getByRole('button', { name: '结束温如许的会话' }).click()
  const question = page.getByRole('dialog', { name: '结束会话：温如许' })
  await question.getByRole('button', { name: '结束会话' }).click()
  await expect(question.getByText('请填写原因。')).toBeVisible()
  await question.getByLabel('原因').fill('密钥遗失，先行停用')
  await lookAt(page, 'office-sessions')
  await question.getByRole('button', { name: '结束会话' }).click()
  await expect(question).toBeHidden()
  await expect(page.getByRole('button', { name: '结束温如许的会话' })).toBeHidden()
  expect(officer.cookies().length).toBeGreaterThan(0)

  await page.goto('/security/addresses')
  await lookAt(page, 'office-addresses')
  await page.getByRole('link', { name: '浙江省教育厅' }).click()
  await page.getByRole('button', { name: '登记地址' }).click()
  const rule = page.getByRole('dialog', { name: '登记地址' })
  await rule.getByLabel('地址段').fill('192.0.2.300')
  await rule.getByRole('button', { name: '登记地址' }).click()
  await expect(rule.getByText(/地址段不正确/).first()).toBeVisible()
  await rule.getByLabel('地址段').fill('192.0.2.0/24')
  await rule.getByLabel('说明').fill('办公楼')
  await rule.getByRole('button', { name: '登记地址' }).click()
  await expect(rule.getByText(/您现在所用的地址将不能登录/).first()).toBeVisible()
  await expect(rule.getByRole('checkbox', { name: /我已知晓/ })).toBeVisible()
  await lookAt(page, 'office-address-rule')
  await rule.getByRole('button', { name: '取消' }).click()
  await lookAt(page, 'office-agency-addresses')

  const stranger = await browser.newContext({ baseURL: product.office, locale: 'zh-CN' })
  const outside = await stranger.newPage()
  await outside.goto('/sign-in')
  await outside.getByLabel('用户名').fill('kecheng-print')
  await outside.getByLabel('密码', { exact: true }).fill('不是这个密码')
  await outside.getByRole('button', { name: '下一步：使用密钥' }).click()
  await expect(outside.getByRole('alert')).toBeVisible()
  await stranger.close()
  await page.goto('/security/events')
  await expect(page.getByRole('cell', { name: '毕昇和' }).first()).toBeVisible()
  await lookAt(page, 'office-security-events')
  await context.close()
  expect(visitors).toBeDefined()
})

test('S-092: no page of another origin frames the office', async ({ browser, product }) => {
  const server = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' })
    response.end(
      `<!doctype html><title>frame</title><iframe src="${product.office}/sign-in" width="900" height="700"></iframe>`,
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on a port gives an address object, never the name of a pipe.
  const origin = `http://evil.localhost:${(server.address() as AddressInfo).port}`
  const context = await browser.newContext({ locale: 'zh-CN' })
  const framed = async (strip: boolean) => {
    const page = await context.newPage()
    if (strip) {
      await page.route(`${product.office}/**`, async (route) => {
        // The browser knows names under `localhost` by itself; this program asks the machine.
        const asked = new URL(route.request().url())
        const { host } = asked
        asked.hostname = '127.0.0.1'
        const answer = await route.fetch({ url: asked.href, headers: { ...route.request().headers(), host } })
        const { 'content-security-policy': _policy, ...headers } = answer.headers()
        await route.fulfill({ response: answer, headers })
      })
    }
    await page.goto(origin)
    const heading = page.frameLocator('iframe').getByRole('heading', { name: '工作人员登录' })
    const isShown = await heading.waitFor({ timeout: 4000 }).then(
      () => true,
      () => false,
    )
    // What the framed page still asks for is of no interest.
    await page.unrouteAll({ behavior: 'ignoreErrors' })
    await page.close()
    return isShown
  }
  expect(await framed(false)).toBe(false)
  // The same page shows it as soon as the header is gone: the header is what stops it.
  expect(await framed(true)).toBe(true)
  await context.close()
  server.close()
})
