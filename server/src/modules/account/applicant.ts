import type { Refusal } from '@xingtan/contract/problem'
import type { WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { type Applicant, findAccount } from './sql-account.ts'

/** The signed-in person; stops with 401 when nobody is. */
export async function getApplicant(tx: WorkTx): Promise<Applicant> {
  const account = tx.actor.kind === 'applicant' ? await findAccount(tx, tx.actor.accountId) : undefined
  if (account === undefined) throw problem('request.sign-in-needed')
  return account
}

/** Business needs a proven name and a complete profile (ACC-2, ACC-5). */
export function throwUnlessReady(applicant: Applicant): void {
  const refusals: Refusal[] = []
  if (applicant.realNameState !== 'proven') refusals.push({ code: 'account.real-name-needed' })
  if (applicant.ethnicGroup === null) refusals.push({ code: 'account.profile-incomplete' })
  throwIfRefused(refusals)
}
