import { type PolicyKey, isPolicyKey } from '@xingtan/contract/policy'
import { type ResolvedPolicy, findPinnedPolicy, resolvePolicy } from '@xingtan/domain/policy'
import type { Tx } from '../../platform/db.ts'
import { listPolicies } from './sql.ts'

/** The rules that hold for one agency (or for the nation), to be asked by key and day. */
export interface PolicyBook {
  /** The rule of `day`; throws PolicyMissing when the table is incomplete. */
  resolve<Key extends PolicyKey>(key: Key, day: string): ResolvedPolicy<Key>
  /** The same for a case: the rows it was handed in under come first, whatever has begun since (ADM-3). */
  pinnedTo(versions: readonly string[]): PolicyBook
}

/** Loads the rows of an agency's scopes; `null` asks for the nation alone. */
export async function loadPolicyBook(tx: Tx, agencyCode: string | null): Promise<PolicyBook> {
  const found = await listPolicies(tx, agencyCode)
  const scopes = [...new Set(found.map(({ scope }) => scope))]
  const rows = found.flatMap((row) => (row.key !== null && isPolicyKey(row.key) ? [{ ...row, key: row.key }] : []))
  const bookOf = (versions: readonly string[]): PolicyBook => ({
    resolve: (key, day) => findPinnedPolicy(rows, key, versions) ?? resolvePolicy(rows, key, scopes, day),
    pinnedTo: bookOf,
  })
  return bookOf([])
}
