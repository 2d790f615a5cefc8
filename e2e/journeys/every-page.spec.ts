import { expect, type Page } from '@playwright/test'
import { signInOfficerAs } from '../api/officer.ts'
import { test } from '../test.ts'

/** One officer for each role, and the levels whose pages differ. */
const OFFICERS = [
  'kecheng-confirm',
  'kecheng-vet',
  'kecheng-review',
  'kecheng-approve',
  'kecheng-plan',
  'kecheng-publicity',
  'kecheng-statistics',
  'kecheng-users',
  'kecheng-restrict',
  'zhejiang-plan',
  'zhejiang-users',
  'zhejiang-security',
  'zhejiang-audit',
  'nation-plan',
  'nation-system',
]

const PHONE = { width: 390, height: 844 }

/** What kind of page an address is: ids, numbers and policies stand for one another. */
function kindOf(address: string): string {
  return address
    .replace(/[?#].*/, '')
    .replaceAll(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')
    .replaceAll(/\d{5,}/g, ':number')
    .replace(/policies\/[a-z~-]+/, 'policies/:key')
}

const addressesOn = (page: Page) =>
  page
    .locator('a[href^="/"]:not([download]):not([href^="/api"])')
    .evaluateAll((links) => links.map((link) => link.getAttribute('href') ?? ''))

/** Opens by its address, as a bookmark or a reload does; answers what is wrong with it. */
async function faultOf(page: Page, address: string): Promise<string | undefined> {
  const reply = await page.goto(address)
  if (reply?.status() !== 200) return `${address} answers ${reply?.status()}`
  await expect(page.locator('h1').first(), address).toBeVisible()
  await expect(page.locator('main .skeleton'), address).toHaveCount(0)
  if ((await page.locator('.error-state').count()) > 0) {
    return `${address} says ${await page.locator('.error-state').first().innerText()}`
  }
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  return width > PHONE.width ? `${address} is ${width} wide` : undefined
}

/** Follows every link from the start page, one of each kind of page; answers what is wrong on the way. */
async function walk(page: Page, seen: Set<string>, level: string): Promise<string[]> {
  await page.setViewportSize(PHONE)
  const faults: string[] = []
  const waiting = ['/']
  for (let address = waiting.shift(); address !== undefined; address = waiting.shift()) {
    const fault = await faultOf(page, address)
    if (fault !== undefined) faults.push(`${level}: ${fault}`)
    for (const next of await addressesOn(page)) {
      const kind = `${level} ${kindOf(next)}`
      if (seen.has(kind)) continue
      seen.add(kind)
      waiting.push(next)
    }
  }
  await page.context().close()
  return faults
}

test('every page that a menu or a link leads an officer to opens by its address, at the width of a phone', async ({
  product,
  visitors,
}) => {
  test.setTimeout(420_000)
  const seen = new Set<string>()
  const faults: string[] = []
  for (const username of OFFICERS) {
    const level = username.startsWith('kecheng') ? 'county' : (username.split('-')[0] ?? '')
    const page = await visitors.continueInOffice(await signInOfficerAs(product, username))
    faults.push(...(await walk(page, seen, level)))
  }
  expect(faults).toEqual([])
  expect(seen.size).toBeGreaterThan(100)
})

test('every page of the portal that is open to everybody opens by its address, at the width of a phone', async ({
  visitors,
}) => {
  const seen = new Set<string>()
  expect(await walk(await visitors.openPortal(), seen, 'portal')).toEqual([])
  expect(seen.size).toBeGreaterThan(10)
})
