import { type Browser, type BrowserContext, type BrowserContextOptions, expect, type Page } from '@playwright/test'
import type { Product } from '../api/product.ts'
import type { Site } from '../api/site.ts'
import { listTrouble } from './list-trouble.ts'

type State = Awaited<ReturnType<BrowserContext['storageState']>>

/** A phone held upright. */
const PHONE: BrowserContextOptions = {
  viewport: { width: 390, height: 844 },
  hasTouch: true,
  isMobile: true,
  deviceScaleFactor: 2,
  userAgent:
    'Mozilla/5.0 (Linux; Android 15; Pixel 9) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/150.0.0.0 Mobile Safari/537.36',
}

const DESKTOP: BrowserContextOptions = { viewport: { width: 1440, height: 900 } }

/** The cookies of a visitor without a browser, as one keeps them. */
function keptBy(site: Site, origin: string): State {
  const { hostname } = new URL(origin)
  const cookies = site.cookies().map((cookie) => ({
    ...cookie,
    domain: hostname,
    path: '/',
    expires: -1,
    httpOnly: true,
    secure: true,
    sameSite: 'Strict' as const,
  }))
  return { cookies, origins: [] }
}

/** Opens browsers and keeps what went wrong in any of them: console, scripts, content policy, foreign hosts. */
export class Visitors {
  readonly #browser: Browser
  readonly #product: Product
  readonly #contexts: BrowserContext[] = []
  readonly #trouble: string[] = []

  constructor(browser: Browser, product: Product) {
    this.#browser = browser
    this.#product = product
  }

  /** A browser at a desk, on the portal; without cookies, or with what another one kept. */
  openPortal(kept?: State): Promise<Page> {
    const state = kept === undefined ? {} : { storageState: kept }
    return this.#open({ ...DESKTOP, ...state, baseURL: this.#product.portal }, [this.#product.portal])
  }

  /** A browser at a desk that goes on as a visitor who came without one. */
  continueInBrowser(site: Site): Promise<Page> {
    return this.openPortal(keptBy(site, this.#product.portal))
  }

  /** The same for an officer. */
  continueInOffice(site: Site): Promise<Page> {
    const { office, sandbox } = this.#product
    return this.#open({ ...DESKTOP, baseURL: office, storageState: keptBy(site, office) }, [office, sandbox])
  }

  /** A phone on the portal. */
  openPhone(): Promise<Page> {
    return this.#open({ ...PHONE, baseURL: this.#product.portal }, [this.#product.portal])
  }

  /** An officer's browser: it may call the key middleware on its own machine as well. */
  openOffice(): Promise<Page> {
    const { office, sandbox } = this.#product
    return this.#open({ ...DESKTOP, baseURL: office }, [office, sandbox])
  }

  async close(): Promise<void> {
    for (const context of this.#contexts.splice(0)) await context.close()
  }

  /** No error in any console, nothing the content policy stopped, nothing asked from a foreign host (S-136). */
  expectNoTrouble(): void {
    expect(this.#trouble).toEqual([])
  }

  async #open(options: BrowserContextOptions, origins: readonly string[]): Promise<Page> {
    const context = await this.#browser.newContext({
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
      reducedMotion: 'reduce',
      ...options,
    })
    this.#contexts.push(context)
    const page = await context.newPage()
    listTrouble(page, origins, this.#trouble)
    return page
  }
}
