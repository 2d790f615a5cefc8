import { expect, type Page } from '@playwright/test'
import { lookAt } from './look-at.ts'
import { expectTitle } from './portal.ts'

/** Strokes of a finger, in shares of the sheet. */
const STROKES = [
  [
    [0.15, 0.25],
    [0.3, 0.22],
    [0.5, 0.2],
  ],
  [
    [0.33, 0.25],
    [0.33, 0.6],
    [0.3, 0.85],
    [0.22, 0.78],
  ],
  [
    [0.6, 0.2],
    [0.58, 0.5],
    [0.48, 0.85],
  ],
  [
    [0.6, 0.45],
    [0.7, 0.65],
    [0.82, 0.85],
  ],
] as const

/** Opens the address of the QR code on a phone, signs by finger and hands it in. */
export async function signOnPhone(phone: Page, address: string): Promise<void> {
  await phone.goto(address)
  await expectTitle(phone, /承诺书/)
  expect(new URL(phone.url()).hash).toBe('')
  await lookAt(phone, 'portal-sign')
  const sheet = phone.locator('canvas')
  await sheet.scrollIntoViewIfNeeded()
  const box = await sheet.boundingBox()
  if (box === null) throw new Error('there is no sheet to sign')
  // Playwright itself only taps: strokes are sent as the touches of a finger.
  const screen = await phone.context().newCDPSession(phone)
  for (const stroke of STROKES) {
    for (const [index, [x, y]] of stroke.entries()) {
      const touchPoints = [{ x: box.x + x * box.width, y: box.y + y * box.height }]
      await screen.send('Input.dispatchTouchEvent', { type: index === 0 ? 'touchStart' : 'touchMove', touchPoints })
    }
    await screen.send('Input.dispatchTouchEvent', { type: 'touchEnd', touchPoints: [] })
  }
  await expect(phone.getByText(`已写 ${STROKES.length} 笔`)).toBeAttached()
  // A click, not a tap: on a busy machine a tap grows into a long press.
  await phone.getByRole('button', { name: '提交签名' }).click()
  await expectTitle(phone, '签名已提交')
  await lookAt(phone, 'portal-signed')
}
