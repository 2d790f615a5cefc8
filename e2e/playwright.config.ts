import { defineConfig } from '@playwright/test'

/** Flags that keep Debian's chromium from calling anybody but us. */
const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

/** Journeys that are written and have not yet been seen to their end; `npm run e2e -- <name>` with OPEN_JOURNEYS=1 runs them. */
const OPEN = ['appointment', 'decision']
const isOpenAsked = process.env['OPEN_JOURNEYS'] !== undefined

export default defineConfig({
  testDir: 'journeys',
  testIgnore: isOpenAsked ? [] : OPEN.map((name) => `**/${name}.spec.ts`),
  // One product, one database: journeys run one after the other.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  timeout: 180_000,
  expect: { timeout: 15_000 },
  globalSetup: './start-product.ts',
  use: {
    browserName: 'chromium',
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    launchOptions: { executablePath: process.env['CHROMIUM'] ?? '/usr/bin/chromium', args: FLAGS },
  },
})
