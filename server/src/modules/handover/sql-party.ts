import { z } from 'zod'
import { OfficeRole } from '@xingtan/contract/office/session'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'

const Party = z.object({
  userId: z.string(),
  personId: z.string(),
  name: z.string(),
  username: z.string(),
  roles: z.array(OfficeRole),
  isAdmitted: z.boolean(),
  hasOpen: z.boolean(),
})
export type Party = z.infer<typeof Party>

/** Enabled, and filed for this instant: such a user can sign in and sign. */
const PARTY = sql`select u.id as user_id, u.person_id, p.name, u.username, u.roles,
    u.enabled and p.filed_from is not null and p.filed_from <= app_now()
      and (p.filed_until is null or p.filed_until > app_now()) as is_admitted,
    exists (select 1 from handovers h where h.giver_user_id = u.id and h.closed_at is null and h.cancelled_at is null) as has_open
  from staff_users u join staff_people p on p.id = u.person_id`

/** A user of an agency, emergency accounts left out. */
export async function findParty(tx: Tx, userId: string, agencyCode: string): Promise<Party | undefined> {
  return tx.find(Party, sql`${PARTY} where u.id = ${userId} and u.agency_code = ${agencyCode} and not u.is_emergency`)
}

/** Users of an agency: those who are there first; of those who are gone, the newest two hundred. */
export async function listPartiesOf(tx: Tx, agencyCode: string): Promise<Party[]> {
  return tx.list(
    Party,
    sql`${PARTY} where u.agency_code = ${agencyCode} and not u.is_emergency
        order by u.enabled desc, u.disabled_at desc nulls first, p.name, u.username limit 500`,
  )
}

const Signature = z.object({
  side: z.enum(['giver', 'receiver']),
  name: z.string(),
  inPlaceBecause: z.string().nullable(),
  keySerial: z.string(),
  signedAt: z.date(),
})

export async function listSignatures(tx: Tx, handoverId: string): Promise<z.infer<typeof Signature>[]> {
  return tx.list(
    Signature,
    sql`select s.side, p.name, s.in_place_because, s.key_serial, s.signed_at
        from handover_signatures s join staff_people p on p.id = s.person_id
        where s.handover_id = ${handoverId} order by s.signed_at, s.side`,
  )
}

export async function insertSignature(
  tx: Tx,
  row: {
    readonly handoverId: string
    readonly side: 'giver' | 'receiver'
    readonly userId: string
    readonly personId: string
    readonly inPlaceBecause: string | null
    readonly keySerial: string
    readonly textHash: Buffer
  },
): Promise<void> {
  await tx.run(sql`
    insert into handover_signatures (handover_id, side, user_id, person_id, in_place_because, key_serial, text_hash, signed_at)
    values (${row.handoverId}, ${row.side}, ${row.userId}, ${row.personId}, ${row.inPlaceBecause}, ${row.keySerial},
      ${row.textHash}, ${tx.now})`)
}
