import type { Page } from '@playwright/test'

/** Addresses that never leave the browser. */
const INSIDE = /^(?:data|blob|about):/

/** Adds to `trouble` whatever no page may do: errors on the console (the content policy speaks there too), failed scripts, requests to hosts that are not ours. */
export function listTrouble(page: Page, origins: readonly string[], trouble: string[]): void {
  const note = (what: string): void => void trouble.push(`${new URL(page.url()).pathname}: ${what}`)
  page.on('console', (message) => {
    const { url } = message.location()
    // A page that is not there says so with 404, and the browser logs it; its journey looks at what it says.
    const isPageAbsent = url === page.url() && message.text().includes('status of 404')
    if (message.type() === 'error' && !isPageAbsent) note(`console: ${message.text()} (${url})`)
  })
  page.on('pageerror', (error) => note(`script: ${error.message}`))
  page.on('request', (request) => {
    const url = request.url()
    if (!INSIDE.test(url) && !origins.includes(new URL(url).origin)) note(`foreign host: ${url}`)
  })
}
