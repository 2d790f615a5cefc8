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

const LiveSession = z.object({
  id: z.string(),
  userId: z.string(),
  holder: z.string(),
  username: z.string(),
  agencyName: z.string(),
  startedAt: z.date(),
  seenAt: z.date(),
  device: z.string().nullable(),
  address: z.string().nullable(),
  keyKind: z.enum(['sm2', 'passkey']),
})

export interface TimeMark {
  readonly at: string
  readonly id: string
}

/** Live sessions of the agencies in the officer's scope, the newest first. */
export async function listLiveSessions(
  tx: Tx,
  page: { readonly after: TimeMark | null; readonly limit: number },
): Promise<z.infer<typeof LiveSession>[]> {
  const { after } = page
  return tx.list(
    LiveSession,
    sql`select s.id, s.user_id, p.name as holder, u.username, a.name as agency_name, s.started_at, s.seen_at, s.device,
          host(s.address) as address, k.kind as key_kind
        from staff_sessions s join staff_users u on u.id = s.user_id join staff_people p on p.id = u.person_id
        join agencies a on a.code = u.agency_code join staff_keys k on k.serial = s.key_serial
        where s.ended_at is null and s.ends_at > ${tx.now}
          and s.seen_at > ${tx.now}::timestamptz - make_interval(secs => s.idle_seconds)
          and u.agency_code = any (array(select agencies_under(app_agency_code())))
          and (${after?.at ?? null}::timestamptz is null
            or (s.started_at, s.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by s.started_at desc, s.id desc limit ${page.limit}`,
  )
}

const Ended = z.object({ userId: z.string() })

/** Ends a live session of the officer's scope; answers whose it was, or undefined. */
export async function endSessionInScope(
  tx: Tx,
  ending: { readonly sessionId: string; readonly endedBy: string; readonly note: string },
): Promise<string | undefined> {
  const row = await tx.find(
    Ended,
    sql`update staff_sessions s set ended_at = ${tx.now}, ended_because = 'security-officer', ended_by = ${ending.endedBy},
          ended_note = ${ending.note}
        from staff_users u
        where u.id = s.user_id and s.id = ${ending.sessionId} and s.ended_at is null
          and agency_is_under(u.agency_code, app_agency_code())
        returning s.user_id`,
  )
  return row?.userId
}
