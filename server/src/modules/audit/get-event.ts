import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getAuditEventEndpoint } from '@xingtan/contract/office/audit'
import { auditMac } from '../../platform/audit.ts'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { findEvent } from './sql-search.ts'
import { toAuditRow } from './to-audit-row.ts'

/** One event in full, checked against its chain and its MAC; the look is an event (ADM-5, S-140, S-145). */
export async function getAuditEvent(
  ctx: Context,
  { eventId }: { readonly eventId: string },
): Promise<OutputOf<typeof getAuditEventEndpoint>> {
  const found = await ctx.read((tx) => findEvent(tx, eventId))
  if (found === undefined) throw problem('request.not-found')
  await ctx.write(async (tx) => tx.concerns('audit-event', eventId, {}, 'read'))
  const { lane, seq, actorId, actorPersonId, actorRoles, keySerial, addressHash, deviceHash, correlationId } = found
  const { reason, beforeHash, afterHash, isContentWhole, isChained } = found
  const { id, event, outcome, actorKind, agencyCode, objectKind, objectId, detail } = found
  const who = { actorKind, actorId, actorPersonId, actorRoles, agencyCode, keySerial, addressHash, deviceHash }
  const what = { id, event, outcome, objectKind, objectId, correlationId, detail, reason, beforeHash, afterHash }
  return {
    row: toAuditRow(found),
    lane,
    seq,
    actorId,
    actorPersonId,
    actorRoles: actorRoles ?? [],
    keySerial,
    addressHash,
    deviceHash,
    correlationId,
    reason,
    beforeHash,
    afterHash,
    detail: JSON.stringify(detail, null, 2),
    previous: found.previous.toString('hex'),
    hash: found.hash.toString('hex'),
    isContentWhole,
    isChained,
    isGenuine: ctx.crypto.isEqual(found.mac, auditMac(ctx.crypto, { ...who, ...what })),
  }
}
