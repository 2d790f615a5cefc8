import { type Page, expect, test } from '@playwright/test'
import {
  callNextEndpoint,
  getQueueEndpoint,
  makeSlotsEndpoint,
  saveAppointmentRuleEndpoint,
} from '@xingtan/contract/office/appointment'
import { listPointsEndpoint } from '@xingtan/contract/office/point'
import { type Visitor, bookFirstPlace, serveTicket, submitCase, takeNumber } from '../api/appointment.ts'
import { cloneCase } from '../api/clone-case.ts'
import { moveClock } from '../api/database.ts'
import { signInOfficer } from '../api/officer.ts'
import { startOwnProduct } from '../api/own-product.ts'
import { drawPhoto, drawSignature } from '../api/pictures.ts'
import type { Product } from '../api/product.ts'
import { findPerson } from '../api/sandbox.ts'
import type { Site } from '../api/site.ts'
import { lookAt } from '../pages/look-at.ts'
import { Office } from '../pages/office.ts'
import { Visitors } from '../pages/visitors.ts'

/** A Monday, on which everybody hands in, and the morning after it. */
const MONDAY = '2026-10-12'
const MORNING = '2026-10-13'
const APPOINTMENTS = 40
/** Work of a trained clerk on a clean case, without thinking: keys and seconds. */
const MOST_KEYS = 12
const MOST_MS = 20_000

// The clock of this journey is its own.
let product: Product
let stop: () => Promise<void>
test.beforeAll(async () => {
  ;({ product, stop } = await startOwnProduct({ today: MONDAY }))
})
test.afterAll(() => stop())

async function arrangePoint(): Promise<string> {
  const plan = await signInOfficer(product, 'plan')
  const { points } = await plan.call(listPointsEndpoint, {})
  const pointId = points[0]?.pointId ?? ''
  const rule = { slotMinutes: 30, perDesk: 2, onlinePercent: 100, release: 'open' as const, drawDaysBefore: 2 }
  await plan.call(saveAppointmentRuleEndpoint, { pointId, version: 0, rule })
  await plan.call(makeSlotsEndpoint, { pointId })
  return pointId
}

/** Two people with cases of their own, and thirty-eight cases beside the second one's. */
async function submitCases(pictures: Parameters<typeof submitCase>[2]): Promise<Visitor[]> {
  const [first, second] = await Promise.all([10, 11].map((place) => findPerson(product, 'graduate', place)))
  if (first === undefined || second === undefined) throw new Error('nobody came')
  const own = [await submitCase(product, first, pictures), await submitCase(product, second, pictures)]
  const copies = await cloneCase(product, own[1]?.applicationId ?? '', APPOINTMENTS - own.length)
  return [...own, ...own.slice(1).flatMap((visitor) => copies.map((copy) => ({ ...visitor, ...copy })))]
}

/** Keys pressed at a page, counted. */
function keyboardOf(page: Page) {
  let count = 0
  return {
    count: () => count,
    press: async (...keys: readonly string[]) => {
      for (const key of keys) {
        count += 1
        await page.keyboard.press(key)
      }
    },
  }
}

async function bookInBrowser(page: Page, { applicationId }: Visitor): Promise<void> {
  await page.goto(`/applications/${applicationId}`)
  await page.getByRole('link', { name: '预约现场确认、查看排号' }).click()
  await expect(page.getByRole('heading', { level: 1, name: '现场确认预约' })).toBeVisible()
  await lookAt(page, 'portal-appointment')
  await page.getByRole('button', { name: '预约所选时段' }).click()
  await expect(page.getByText('请选择一个有名额的时段。')).toBeVisible()
  await page.locator('input[type=radio]:not([disabled])').first().check()
  await page.getByRole('button', { name: /^预约2026年/ }).click()
  await expect(page.getByRole('heading', { level: 2, name: '您的预约' })).toBeVisible()
  await lookAt(page, 'portal-appointment-booked')
}

/** Call → page ready → judge all → confirm → receipt → next, by keyboard alone; answers keys and milliseconds. */
async function serveByKeyboard(office: Office, isFirst: boolean): Promise<{ keys: number; ms: number }> {
  const { page } = office
  const keyboard = keyboardOf(page)
  const startedAt = performance.now()
  if (isFirst) await keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 2, name: '核验清单' })).toBeVisible()
  await keyboard.press('a')
  if (isFirst) await page.getByLabel('体检医院').fill('衢州演示医院')
  await page.getByLabel('体检日期').focus()
  await keyboard.press('1', '0', '0', '8', 'Enter')
  await expect(page.getByRole('button', { name: '确认通过并出具受理凭证' })).toBeFocused()
  await keyboard.press('Enter')
  const receipt = page.getByRole('link', { name: /打开受理凭证/ })
  await expect(receipt).toBeFocused({ timeout: 15_000 })
  const opening = page.waitForEvent('popup')
  await keyboard.press('Enter')
  await (await opening).close()
  const ms = performance.now() - startedAt
  const before = page.url()
  await keyboard.press('s')
  await expect(page).not.toHaveURL(before)
  return { keys: keyboard.count(), ms }
}

async function serveRest(desk: Site, visitors: readonly Visitor[]): Promise<number> {
  const byCase = new Map(visitors.map((visitor) => [visitor.applicationId, visitor]))
  for (let served = 0; ; served += 1) {
    const { ticket } = await desk.call(callNextEndpoint, { desk: 2 })
    const visitor = ticket === null ? undefined : byCase.get(ticket.applicationId)
    if (visitor === undefined) return served
    await serveTicket(desk, visitor)
  }
}

test('a point works a morning with forty appointments: booking, numbers, the call screen, a desk by keyboard alone (CNF-1, CNF-2, I-14)', async ({
  browser,
}) => {
  test.setTimeout(300_000)
  const crowd = new Visitors(browser, product)
  const pictures = { photo: await drawPhoto(browser), signature: await drawSignature(browser) }
  const visitors = await submitCases(pictures)
  const [first, second, third] = visitors
  if (first === undefined || second === undefined || third === undefined) throw new Error('nobody came')
  // Sources are asked by real time; from here on the clock is ours.
  await moveClock(product, `${MORNING}T07:00:00+08:00`)
  const pointId = await arrangePoint()
  const phone = await crowd.continueInBrowser(first.site)

  await test.step('forty book, two of them in the browser', async () => {
    await bookInBrowser(phone, first)
    await bookInBrowser(await crowd.continueInBrowser(second.site), second)
    for (const visitor of visitors.slice(2)) await bookFirstPlace(visitor)
  })
  await test.step('the plan officer sees the day filled', async () => {
    const plan = new Office(await crowd.openOffice())
    await plan.signIn('plan')
    await plan.page.goto('/points')
    await expect(plan.page.getByRole('heading', { level: 1, name: '确认点' })).toBeVisible()
    await lookAt(plan.page, 'office-points')
    await plan.page.goto(`/points/${pointId}`)
    await expect(plan.page.getByRole('heading', { level: 2, name: '预约时段' })).toBeVisible()
    await expect(plan.page.getByText('等待抽签').or(plan.page.getByText('开放预约').first())).toBeVisible()
    await lookAt(plan.page, 'office-point')
  })
  await moveClock(product, `${MORNING}T09:00:00+08:00`)
  const desk = await signInOfficer(product, 'confirm')
  await test.step('everybody takes a number, from 1 without a gap', async () => {
    const numbers: number[] = []
    for (const visitor of visitors) numbers.push(await takeNumber(desk, visitor.registrationNumber))
    expect(numbers).toEqual(Array.from({ length: APPOINTMENTS }, (_, index) => index + 1))
    await phone.reload()
    await expect(phone.getByText('1 号', { exact: true })).toBeVisible()
    await expect(phone.getByRole('button', { name: '预约所选时段' })).toHaveCount(0)
    await lookAt(phone, 'portal-appointment-ticket')
  })
  const office = new Office(await crowd.openOffice())
  await office.signIn('confirm')
  await test.step('the screen of the waiting room and the desk', async () => {
    await office.page.goto('/queue')
    await expect(office.page.getByRole('heading', { level: 1, name: '排队叫号' })).toBeVisible()
    await office.page.getByRole('button', { name: '准备叫号屏' }).click()
    const link = office.page.getByRole('link', { name: '在大屏上打开叫号屏' })
    const screenPath = (await link.getAttribute('href')) ?? ''
    await office.page.getByLabel('窗口号').selectOption('1')
    await lookAt(office.page, 'office-queue-call')
    await expect(office.page.getByRole('button', { name: '呼叫下一位' })).toBeFocused()
    const keysAndTime = await serveByKeyboard(office, true)
    expect(keysAndTime.keys).toBeLessThanOrEqual(MOST_KEYS)
    const again = await serveByKeyboard(office, false)
    expect(again.keys).toBeLessThanOrEqual(MOST_KEYS)
    expect(again.ms).toBeLessThan(MOST_MS)
    console.log(`desk by keyboard: ${again.keys} keys, ${Math.round(again.ms)} ms`)
    const screen = await crowd.openOffice()
    await screen.goto(screenPath)
    await expect(screen.getByText(/请到 1 号窗口/)).toBeVisible()
    await expect(screen.getByText(first.person.name)).toHaveCount(0)
    await lookAt(screen, 'office-call-screen')
    await screen.context().setOffline(true)
    await expect(screen.getByText(/网络中断，正在重新连接/)).toBeVisible()
    await expect(screen.getByText(/请到 1 号窗口/)).toBeVisible()
    await screen.context().setOffline(false)
    await expect(screen.getByText(/网络中断/)).toBeHidden()
    await screen.context().close()
  })
  await test.step('the rest are served; the line is empty', async () => {
    // One live session an officer: the browser ends before the next sign-in.
    await office.page.context().close()
    const again = await signInOfficer(product, 'confirm')
    // Whom the keyboard has called last is at the desk still.
    await serveTicket(again, third)
    expect(await serveRest(again, visitors)).toBe(APPOINTMENTS - 3)
    const { called, waiting, done } = await again.call(getQueueEndpoint, {})
    expect({ called, waiting, done }).toEqual({ called: [], waiting: [], done: APPOINTMENTS })
  })
  await crowd.close()
})
