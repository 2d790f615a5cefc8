import { readFileSync } from 'node:fs'
import { availableParallelism } from 'node:os'
import { join } from 'node:path'
import type { Config } from './config.ts'
import type { Services } from './platform/context.ts'
import { createCrypto } from './platform/crypto.ts'
import { createDb } from './platform/db.ts'
import { createFileStore } from './platform/file-store.ts'
import { type Log, createLog } from './platform/log.ts'
import { createPasswordHasher } from './platform/password-hash.ts'

export type Role = 'public' | 'office' | 'worker' | 'seed'

const STATEMENT_TIMEOUT_MS = 5000
/** Laying the whole register of places and agencies takes seconds on a slow machine; nobody waits behind it. */
const SEED_TIMEOUT_MS = 120_000

/** Builds what every process shares; nothing is reached out to yet. */
export function createServices(config: Config, role: Role, log: Log = createLog(role)): Services {
  const statementTimeoutMs = role === 'seed' ? SEED_TIMEOUT_MS : STATEMENT_TIMEOUT_MS
  const crypto = createCrypto({ secret: config.XINGTAN_SECRET })
  return {
    db: createDb({ url: config.DATABASE_URL, maxConnections: 12, statementTimeoutMs, log }),
    crypto,
    files: createFileStore(join(config.XINGTAN_DATA_FOLDER, 'store')),
    hasher: createPasswordHasher({ crypto, concurrency: availableParallelism() }),
    log,
    mode: config.XINGTAN_MODE,
    publicOrigin: config.PUBLIC_ORIGIN,
    phoneOrigin: config.PHONE_ORIGIN,
    officeOrigin: config.OFFICE_ORIGIN,
    middlewareUrl: config.MIDDLEWARE_URL,
    officeCa: readFileSync(config.OFFICE_CA_FILE),
  }
}
