import { test as base } from '@playwright/test'
import { commonProduct, type Product } from './api/product.ts'
import { Visitors } from './pages/visitors.ts'

interface Journey {
  readonly product: Product
  /** Browsers of people and officers; what they met on the way is judged when the journey ends. */
  readonly visitors: Visitors
}

export const test = base.extend<Journey>({
  // Playwright reads the names of the fixtures a fixture needs from this pattern, so it must be one.
  // oxlint-disable-next-line no-empty-pattern
  product: async ({}, use) => use(commonProduct()),
  visitors: async ({ browser, product }, use) => {
    const visitors = new Visitors(browser, product)
    await use(visitors)
    await visitors.close()
    visitors.expectNoTrouble()
  },
})
