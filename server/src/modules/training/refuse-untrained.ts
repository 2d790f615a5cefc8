import type { Refusal } from '@xingtan/contract/problem'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import type { PolicyBook } from '../policy/index.ts'
import { isTrained } from './is-trained.ts'

/** Stops a confirm user without a valid training where the policy blocks; where it only warns, the desk is told instead. */
export async function refuseUntrained(tx: Tx, officer: OfficerActor, book: PolicyBook): Promise<Refusal[]> {
  const { value, source } = book.resolve('training.rules', tx.today)
  if (value.confirm === 'warn') return []
  const trained = await isTrained(tx, officer.personId, { kind: 'confirm', day: tx.today, book })
  return trained ? [] : [{ code: 'training.confirm-missing', basis: source }]
}
