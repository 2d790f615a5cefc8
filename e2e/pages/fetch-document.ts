import type { Locator } from '@playwright/test'

/** The bytes behind a link, fetched by the page itself: with its cookies, under its content policy. */
export async function fetchDocument(link: Locator): Promise<{ readonly type: string; readonly start: string }> {
  return link.evaluate(async (element) => {
    if (!(element instanceof HTMLAnchorElement)) throw new Error('not a link')
    const response = await fetch(element.href)
    const bytes = new Uint8Array(await response.arrayBuffer())
    return {
      type: response.headers.get('content-type') ?? '',
      start: String.fromCharCode(...bytes.slice(0, 5)),
    }
  })
}
