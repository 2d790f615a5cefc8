import { z } from 'zod'

const Listen = z
  .string()
  .regex(/^[\d.a-z-]+:\d{1,5}$/, { error: 'host:port is needed, for example 127.0.0.1:9300' })
  .transform((text) => {
    const [host = '', port = '0'] = text.split(':')
    return { host, port: Number(port) }
  })
export type Listen = z.infer<typeof Listen>

const Environment = z.object({
  /** Where HTTP listens; port 0 takes any free port. */
  SANDBOX_LISTEN: Listen.prefault('127.0.0.1:9300'),
  /** Where SMTP listens. */
  SANDBOX_SMTP: Listen.prefault('127.0.0.1:9325'),
  /** The key the server signs its questions with. */
  SANDBOX_SHARED_KEY: z.string().min(16),
  /** The office site, the only one whose pages may use the officers' keys. */
  SANDBOX_OFFICE_ORIGIN: z.url().transform((url) => new URL(url).origin),
  /** Folder that keeps inbox and switches across restarts; without it everything is forgotten. */
  SANDBOX_STATE: z.string().min(1).optional(),
  /** The legal day lives are laid around, 'YYYY-MM-DD'; without it today in Asia/Shanghai. */
  SANDBOX_TODAY: z.iso.date().optional(),
  /** How long a bulk question waits for its answer, in milliseconds. */
  SANDBOX_BATCH_MS: z.coerce.number().int().min(0).max(3_600_000).default(2000),
})

export interface Config {
  readonly listen: Listen
  readonly smtp: Listen
  readonly sharedKey: string
  readonly officeOrigin: string
  readonly stateFolder: string | undefined
  readonly today: string | undefined
  readonly batchDelayMs: number
}

/** Reads the environment; throws with every mistake at once. */
export function parseConfig(environment: Record<string, string | undefined>): Config {
  const parsed = Environment.parse(environment)
  return {
    listen: parsed.SANDBOX_LISTEN,
    smtp: parsed.SANDBOX_SMTP,
    sharedKey: parsed.SANDBOX_SHARED_KEY,
    officeOrigin: parsed.SANDBOX_OFFICE_ORIGIN,
    stateFolder: parsed.SANDBOX_STATE,
    today: parsed.SANDBOX_TODAY,
    batchDelayMs: parsed.SANDBOX_BATCH_MS,
  }
}

/** The environment of this process; the only reading of it in the sandbox. */
export function readConfig(): Config {
  return parseConfig(process.env)
}
