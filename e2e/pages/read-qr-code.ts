import type { Locator } from '@playwright/test'
import jsqr from 'jsqr'

/** Pixels of one module, enough for a reader to find it. */
const SCALE = 4
const CHANNELS = 4

/** The text of a QR code that is drawn as one path of squares in an SVG, read as a phone's camera would. */
export async function readQrCode(code: Locator): Promise<string> {
  const viewBox = (await code.getAttribute('viewBox')) ?? ''
  const edge = Number(viewBox.split(' ')[2])
  const path = (await code.locator('path').getAttribute('d')) ?? ''
  const width = edge * SCALE
  const pixels = new Uint8ClampedArray(width * width * CHANNELS).fill(255)
  for (const [, left, top] of path.matchAll(/M(\d+) (\d+)h1v1h-1z/g)) {
    for (let row = 0; row < SCALE; row += 1) {
      const start = ((Number(top) * SCALE + row) * width + Number(left) * SCALE) * CHANNELS
      for (let pixel = 0; pixel < SCALE; pixel += 1)
        pixels.fill(0, start + pixel * CHANNELS, start + pixel * CHANNELS + 3)
    }
  }
  const found = jsqr(pixels, width, width)
  if (found === null) throw new Error('no QR code can be read')
  return found.data
}
