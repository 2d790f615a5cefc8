import type { OutputOf } from '@xingtan/contract/endpoint'
import type { getOwnSignInEndpoint } from '@xingtan/contract/office/security'
import type { Context } from '../../platform/context.ts'
import { getOfficer } from '../case/index.ts'
import { getKeyKind, listKeys } from './sql-key.ts'
import { listOwnSessions } from './sql-session-list.ts'

/** 我的登录: where this account was used in the last thirty days, and which keys open it (S-023). */
export async function getOwnSignIn(ctx: Context): Promise<OutputOf<typeof getOwnSignInEndpoint>> {
  const { userId, sessionId, keySerial } = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const sessions = await listOwnSessions(tx, userId)
    const keys = await listKeys(tx, userId)
    return {
      mayAddPasskey: (await getKeyKind(tx, keySerial)) === 'sm2',
      sessions: sessions.map((row) => ({
        sessionId: row.id,
        startedAt: row.startedAt.toISOString(),
        seenAt: row.seenAt.toISOString(),
        endsAt: row.endsAt.toISOString(),
        device: row.device,
        address: row.address,
        keyKind: row.keyKind,
        isCurrent: row.id === sessionId,
        isLive: row.isLive,
        endedAt: row.endedAt?.toISOString() ?? null,
        endedBecause: row.endedBecause,
      })),
      keys: keys.map((key) => ({
        serial: key.serial,
        kind: key.kind,
        label: key.label,
        registeredAt: key.registeredAt.toISOString(),
        usedAt: key.usedAt?.toISOString() ?? null,
        isCurrent: key.serial === keySerial,
      })),
    }
  })
}
