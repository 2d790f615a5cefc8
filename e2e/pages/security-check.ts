import { expect, type Page } from '@playwright/test'
import { readGap } from '../api/database.ts'
import type { Product } from '../api/product.ts'

/** A hand takes a while over it. */
const LEAST_MS = 600
const STEPS = 40
/** The server allows four pixels; a hand is a little better. */
const NEAR = 2

/** Drags the piece of the puzzle into its gap: quickly at first, slower near the end, as a hand does. */
export async function dragPuzzle(page: Page, product: Product): Promise<void> {
  const slider = page.getByRole('slider', { name: '拼图位置' })
  await slider.scrollIntoViewIfNeeded()
  const box = await slider.boundingBox()
  if (box === null) throw new Error('the puzzle has no place on the page')
  const gap = await readGap(product)
  const max = Number(await slider.getAttribute('max'))
  const y = box.y + box.height / 2
  // The thumb stands inside the track, so the value grows over a little less than the width.
  const left = box.x + 9
  const scale = (box.width - 18) / max
  const startedAt = performance.now()
  await page.mouse.move(left, y)
  await page.mouse.down()
  for (let step = 1; step <= STEPS; step += 1) {
    await page.mouse.move(left + gap * scale * (1 - (1 - step / STEPS) ** 2), y)
  }
  let x = left + gap * scale
  await expect
    .poll(async () => {
      const value = Number(await slider.inputValue())
      x += (gap - value) * scale
      await page.mouse.move(x, y)
      return Math.abs(Number(await slider.inputValue()) - gap) <= NEAR && performance.now() - startedAt > LEAST_MS
    })
    .toBe(true)
  await page.mouse.up()
}
