import type { PolicyValues } from '@xingtan/contract/policy'
import type { Tx } from '../../platform/db.ts'
import { loadPolicyBook } from '../policy/index.ts'

/** Deadlines and limits in force today for items on this desk; the nation's before a desk is chosen. */
export async function loadLimits(tx: Tx, agencyCode: string | null): Promise<PolicyValues['consultation.limits']> {
  return (await loadPolicyBook(tx, agencyCode)).resolve('consultation.limits', tx.today).value
}
