import { join } from 'node:path'
import pino from 'pino'
import { checkpointKey } from '../modules/audit/checkpoint-key.ts'
import { readPublished } from '../modules/audit/read-published.ts'
import { verifyAudit } from '../modules/audit/verify-audit.ts'
import { createCrypto } from '../platform/crypto.ts'
import { createDb } from '../platform/db.ts'
import type { Breach } from './invariant.ts'

/** Lanes and rows must be read at one moment, or a row written in between would look like a broken head. */
function atOneMoment(databaseUrl: string): string {
  const url = new URL(databaseUrl)
  url.searchParams.set('options', '-c timezone=UTC -c default_transaction_isolation=repeatable\\ read')
  return url.toString()
}

/** All audit lanes from their first row, and every checkpoint published outside the database (I-07, S-140). */
export async function verifyChains(asked: {
  readonly databaseUrl: string
  readonly dataFolder: string
  readonly secret: string
}): Promise<Breach[]> {
  const crypto = createCrypto({ secret: asked.secret })
  const log = pino({ level: 'silent' })
  // Walking a long chain takes its time; the limit is for requests of people.
  const db = createDb({ url: atOneMoment(asked.databaseUrl), maxConnections: 1, statementTimeoutMs: 0, log })
  try {
    const checkpoints = await readPublished(join(asked.dataFolder, 'checkpoints'))
    const { publicKey } = checkpointKey(crypto)
    const faults = await verifyAudit({ db, crypto }, { checkpoints, publicKey })
    return faults.map(({ lane, seq, what }) => ({ id: 'I-07', what: `lane ${lane} row ${seq}: ${what}` }))
  } finally {
    await db.close()
  }
}
