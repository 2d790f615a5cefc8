import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { AxeBuilder } from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** WCAG 2.2 AA and the practices axe knows beside it. */
const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What is right is not described, only what is wrong: half the time on a page of five hundred rows. */
const ONLY_FAULTS: Parameters<AxeBuilder['options']>[0] = { resultTypes: ['violations'] }

/** Widths that designers look at: a desk and a phone. */
const WIDTHS = [1440, 390]

const seen = new Set<string>()

/**
 * Looks at a page once a run: axe finds nothing. With `SCREENSHOTS=<folder>` it is photographed at both widths too.
 * `name` becomes the name of the picture.
 */
export async function lookAt(page: Page, name: string): Promise<void> {
  if (seen.has(name)) return
  seen.add(name)
  // One frame only, so that no blank page is opened beside the one that is looked at.
  const { violations } = await new AxeBuilder({ page }).options(ONLY_FAULTS).withTags(RULES).setLegacyMode().analyze()
  const found = violations.map(({ id, help, nodes }) => ({ id, help, at: nodes.map(({ html }) => html.slice(0, 200)) }))
  expect.soft(found, `axe on ${name}`).toEqual([])
  const folder = process.env['SCREENSHOTS']
  if (folder !== undefined && folder !== '') await photograph(page, join(folder, name))
}

async function photograph(page: Page, file: string): Promise<void> {
  mkdirSync(join(file, '..'), { recursive: true })
  const own = page.viewportSize()
  await showPassing(page, false)
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: width === 390 ? 844 : 900 })
    await page.screenshot({ path: `${file}-${width}.png`, fullPage: true, animations: 'disabled' })
  }
  await showPassing(page, true)
  if (own !== null) await page.setViewportSize(own)
}

/** A message that goes by itself would lie over what the picture is of. */
async function showPassing(page: Page, isShown: boolean): Promise<void> {
  const visibility = isShown ? '' : 'hidden'
  await page.locator('.toast-region').evaluateAll((regions, wished) => {
    for (const region of regions) if (region instanceof HTMLElement) region.style.visibility = wished
  }, visibility)
}
