import type { Ports } from './ports.ts'

export interface StackWish {
  /** Everything the installation keeps: database, files, secrets, logs. */
  readonly dataFolder: string
  readonly ports: 'free' | Ports
  /** `demo` shows the demo people and may be reached from a phone; `test` listens on this machine only. */
  readonly mode: 'demo' | 'test'
  /** The legal day the clock is moved to, 'YYYY-MM-DD'; the real day when undefined. */
  readonly today?: string | undefined
  /** Administrator's URL of an existing PostgreSQL instead of the embedded one. */
  readonly databaseUrl?: string | undefined
  readonly log: (line: string) => void
}

export interface StackUrls {
  readonly portal: string
  readonly office: string
  readonly sandbox: string
  readonly smtp: string
  /** The portal as a phone reaches it. */
  readonly phone: string
  readonly metrics: Record<'public' | 'office' | 'worker', string>
}
