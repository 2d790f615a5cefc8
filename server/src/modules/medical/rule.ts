import type { MedicalPlaces } from '@xingtan/contract/policy-online'
import type { Tx } from '../../platform/db.ts'
import { loadPolicyBook } from '../policy/index.ts'

export interface MedicalRule {
  readonly places: MedicalPlaces
  readonly limits: { readonly validityDays: number; readonly day: string }
}

/** Hospitals, forms and validity as they hold for an agency today. */
export async function loadMedicalRule(tx: Tx, agencyCode: string): Promise<MedicalRule> {
  const book = await loadPolicyBook(tx, agencyCode)
  const validityDays = book.resolve('medical.validity-days', tx.today).value
  return { places: book.resolve('medical.places', tx.today).value, limits: { validityDays, day: tx.today } }
}
