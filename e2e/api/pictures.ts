import type { Browser, BrowserContext } from '@playwright/test'

const PERSON = `<circle cx="50%" cy="42%" r="26%" fill="#e0b090"/>
  <rect x="14%" y="72%" width="72%" height="28%" fill="#333b4d"/>`

const STROKES = `<path d="M120 90 L420 80 M270 90 L262 330 Q255 370 200 350 M480 70 Q470 240 380 340 M490 190 Q560 280 620 330"
  fill="none" stroke="#1a2233" stroke-width="9" stroke-linecap="round"/>`

interface Size {
  readonly width: number
  readonly height: number
}

/** A photo that meets the rule as it stands: 295 × 413 on white. */
export function drawPhoto(browser: Browser): Promise<Buffer> {
  return draw(browser, { width: 295, height: 413 }, PERSON, 'jpeg')
}

/** What a person takes with a phone: large, the wrong shape, the head off the middle. */
export function drawSnapshot(browser: Browser): Promise<Buffer> {
  return draw(browser, { width: 1600, height: 1200 }, PERSON, 'jpeg')
}

/** A name written by finger, on a transparent ground. */
export function drawSignature(browser: Browser): Promise<Buffer> {
  return draw(browser, { width: 800, height: 400 }, STROKES, 'png')
}

async function draw(browser: Browser, size: Size, shapes: string, type: 'jpeg' | 'png'): Promise<Buffer> {
  const context: BrowserContext = await browser.newContext({ viewport: size, deviceScaleFactor: 1 })
  try {
    const page = await context.newPage()
    const ground = type === 'jpeg' ? 'background:#fff' : 'background:transparent'
    await page.setContent(
      `<body style="margin:0;${ground}"><svg xmlns="http://www.w3.org/2000/svg" width="${size.width}" height="${size.height}">${shapes}</svg></body>`,
    )
    return await page.screenshot({ type, omitBackground: type === 'png', ...(type === 'jpeg' ? { quality: 88 } : {}) })
  } finally {
    await context.close()
  }
}
