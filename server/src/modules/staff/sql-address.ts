import { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import { sql } from '../../platform/sql.ts'
import type { EventUser } from './sql-security-event.ts'

export const AddressState = z.enum(['listed', 'unlisted', 'none'])
export type AddressState = z.infer<typeof AddressState>

/** Whether an address is on the list of the agency together with that of the officer; `none` without any list. */
export async function getAddressState(tx: Tx, user: EventUser, address: string | null): Promise<AddressState> {
  const row = await tx.get(
    z.object({ state: AddressState }),
    sql`select office_address_state(${user.agencyCode}, ${user.id}, ${address}::inet, ${tx.now}) as state`,
  )
  return row.state
}
