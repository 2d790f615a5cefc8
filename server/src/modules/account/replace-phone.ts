import type { Tx } from '../../platform/db.ts'
import { savePhone } from './sql-account.ts'
import { deleteSessionsOf } from './sql-session.ts'

/** A new phone after a recovery: every session ends, none opens, and the account is marked for a day (S-018). */
export async function replacePhone(
  tx: Tx,
  accountId: string,
  phone: { readonly phoneSealed: Buffer; readonly phoneIndex: Buffer },
): Promise<void> {
  await savePhone(tx, accountId, phone)
  await deleteSessionsOf(tx, accountId)
}
