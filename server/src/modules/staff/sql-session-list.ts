import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const OwnSession = z.object({
  id: z.string(),
  startedAt: z.date(),
  seenAt: z.date(),
  endsAt: z.date(),
  endedAt: z.date().nullable(),
  endedBecause: z.string().nullable(),
  device: z.string().nullable(),
  address: z.string().nullable(),
  keyKind: z.enum(['sm2', 'passkey']),
  isLive: z.boolean(),
})

/** Sessions of a user in the last thirty days, at most fifty, the newest first. */
export async function listOwnSessions(tx: Tx, userId: string): Promise<z.infer<typeof OwnSession>[]> {
  return tx.list(
    OwnSession,
    sql`select s.id, s.started_at, s.seen_at, s.ends_at, s.ended_at, s.ended_because, s.device, host(s.address) as address,
          k.kind as key_kind,
          s.ended_at is null and s.ends_at > ${tx.now}
            and s.seen_at > ${tx.now}::timestamptz - make_interval(secs => s.idle_seconds) as is_live
        from staff_sessions s join staff_keys k on k.serial = s.key_serial
        where s.user_id = ${userId} and s.started_at > ${tx.now}::timestamptz - interval '30 days'
        order by s.started_at desc, s.id desc limit 50`,
  )
}
