import { randomUUID } from 'node:crypto'
import { join } from 'node:path'
import type { Services } from '../../platform/context.ts'
import { readPublished } from './read-published.ts'
import { countEvents, insertVerification } from './sql.ts'
import { verifyAudit } from './verify-audit.ts'

/** Walks all chains against every published checkpoint and keeps what was found, for the auditor's page (S-140, ADM-5). */
export async function verifyAll(
  services: Services,
  { folder, publicKey }: { readonly folder: string; readonly publicKey: string },
): Promise<void> {
  // Copies that witnesses sent back lie beside our own: both have to tell one history (S-141).
  const checkpoints = [...(await readPublished(folder)), ...(await readPublished(join(folder, 'witnessed')))]
  const faults = await verifyAudit(services, { checkpoints, publicKey })
  await services.db.transaction({}, async (tx) => {
    const size = await countEvents(tx)
    await insertVerification(tx, { id: randomUUID(), size, checkpoints: checkpoints.length, faults })
  })
  if (faults.length > 0) services.log.error({ faults }, 'audit.broken')
}
