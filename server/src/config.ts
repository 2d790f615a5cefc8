import { z } from 'zod'

const address = z.string().regex(/^[^:]+:\d+$/, { error: 'host:port expected' })
/** Health and metrics answer this machine alone, whatever stands in front of it (S-061). */
const ownAddress = address.regex(/^(?:127\.\d+\.\d+\.\d+|localhost):/, { error: 'an address of this machine expected' })

const Config = z.object({
  XINGTAN_MODE: z.enum(['demo', 'test', 'production']),
  /** URL of the database under the role of this process. */
  DATABASE_URL: z.string().min(1),
  /** Folder of uploads and published audit checkpoints. */
  XINGTAN_DATA_FOLDER: z.string().min(1),
  /** Master secret, 64 hex digits; every key is derived from it. */
  XINGTAN_SECRET: z.string().regex(/^[0-9a-f]{64}$/),
  PUBLIC_ORIGIN: z.url(),
  OFFICE_ORIGIN: z.url(),
  /** Address of the portal as a phone reaches it (QR codes). */
  PHONE_ORIGIN: z.url(),
  LISTEN: address.default('127.0.0.1:0'),
  METRICS_LISTEN: ownAddress.default('127.0.0.1:0'),
  AUTHORITY_URL: z.url(),
  AUTHORITY_KEY: z.string().min(1),
  /** PEM files for TLS to the authorities: their CA, our certificate and its key; all three or none (S-153). */
  AUTHORITY_CA_FILE: z.string().min(1).optional(),
  AUTHORITY_CERTIFICATE_FILE: z.string().min(1).optional(),
  AUTHORITY_CERTIFICATE_KEY_FILE: z.string().min(1).optional(),
  SMTP_URL: z.string().min(1),
  /** Key middleware as the officer's browser reaches it. */
  MIDDLEWARE_URL: z.url(),
  /** DER file of the authority that signs the officers' keys. */
  OFFICE_CA_FILE: z.string().min(1),
  /** Proxies in front of us whose X-Forwarded-For entry is believed. */
  TRUSTED_HOPS: z.coerce.number().int().min(0).max(5).default(0),
})
export type Config = z.infer<typeof Config>

/** Reads the environment once; every mistake is listed and stops the start. */
export function parseConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Config.superRefine((config, check) => {
    const files = [config.AUTHORITY_CA_FILE, config.AUTHORITY_CERTIFICATE_FILE, config.AUTHORITY_CERTIFICATE_KEY_FILE]
    const named = files.filter((file) => file !== undefined).length
    if (named === 0 || named === files.length) return
    const message = 'CA, certificate and key of the authorities belong together: name all three files'
    check.addIssue({ code: 'custom', path: ['AUTHORITY_CA_FILE'], message })
  }).safeParse(environment)
  if (parsed.success) return parsed.data
  const mistakes = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`)
  throw new Error(`configuration is wrong: ${mistakes.join('; ')}`)
}

/** The environment of this process; the only reading of it in the server. */
export function readConfig(): Config {
  return parseConfig(process.env)
}
