import { randomUUID } from 'node:crypto'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

export type SecurityEventKind =
  | 'sign-in-refused'
  | 'address-refused'
  | 'session-address'
  | 'passkey-added'
  | 'passkey-revoked'
  | 'passkey-copied'
  | 'code-refused'
  | 'proof-refused'

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
