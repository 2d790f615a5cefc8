import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { SecurityEventKind } from '@xingtan/contract/office/door'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

/** Whom an event of the door concerns; nobody where the name that was typed is unknown. */
export interface EventUser {
  readonly id: string
  readonly agencyCode: string
}

export async function insertSecurityEvent(
  tx: Tx,
  event: {
    readonly kind: SecurityEventKind
    readonly user: EventUser | undefined
    readonly address: string | null
    readonly device: string
  },
): Promise<void> {
  await tx.run(sql`
    insert into staff_security_events (id, kind, user_id, agency_code, address, device, occurred_at)
    values (${randomUUID()}, ${event.kind}, ${event.user?.id ?? null}, ${event.user?.agencyCode ?? null}, ${event.address}::inet,
      ${event.device}, ${tx.now})`)
}

const SecurityEvent = z.object({
  id: z.string(),
  kind: SecurityEventKind,
  holder: z.string().nullable(),
  agencyName: z.string().nullable(),
  device: z.string().nullable(),
  address: z.string().nullable(),
  occurredAt: z.date(),
})

/** Events of the last thirty days in the officer's scope (row-level security), the newest first. */
export async function listSecurityEvents(
  tx: Tx,
  page: {
    readonly kind: SecurityEventKind | null
    readonly after: { readonly at: string; readonly id: string } | null
    readonly limit: number
  },
): Promise<z.infer<typeof SecurityEvent>[]> {
  const { after } = page
  return tx.list(
    SecurityEvent,
    sql`select e.id, e.kind, p.name as holder, a.name as agency_name, e.device, host(e.address) as address, e.occurred_at
        from staff_security_events e left join staff_users u on u.id = e.user_id
        left join staff_people p on p.id = u.person_id left join agencies a on a.code = e.agency_code
        where e.occurred_at > ${tx.now}::timestamptz - interval '30 days'
          and (${page.kind}::text is null or e.kind = ${page.kind})
          and (${after?.at ?? null}::timestamptz is null
            or (e.occurred_at, e.id) < (${after?.at ?? null}::timestamptz, ${after?.id ?? null}::uuid))
        order by e.occurred_at desc, e.id desc limit ${page.limit}`,
  )
}
