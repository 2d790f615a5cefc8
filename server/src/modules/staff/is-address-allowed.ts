import type { Tx } from '../../platform/db.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { getAddressState } from './sql-address.ts'
import type { EventUser } from './sql-security-event.ts'

/**
 * Whether this officer may work from this address: it is on the list of the agency or of the officer; where there is no
 * list at all, the policy says whether one is needed (seed 000; S-037).
 */
export async function isAddressAllowed(tx: Tx, user: EventUser, address: string | null): Promise<boolean> {
  const state = await getAddressState(tx, user, address)
  if (state !== 'none') return state === 'listed'
  const book = await loadPolicyBook(tx, user.agencyCode)
  return !book.resolve('office.address-required', tx.today).value
}
