import type { Refusal } from '@xingtan/contract/problem'
import { parsePersonName } from '@xingtan/domain/person-name'
import type { Context } from '../../platform/context.ts'
import { addJob } from '../../platform/jobs.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { getApplicant } from './applicant.ts'
import { markRealNameWaiting } from './sql-account.ts'
import { countTriesOn, openRealNameCheck } from './sql-verification.ts'

/** Why another check may not be asked for now; empty means it may (ACC-2). */
export function refuseRealNameCheck(facts: {
  readonly state: string
  readonly triesToday: number
  readonly dailyTries: number
  readonly nameIsGood: boolean
}): Refusal[] {
  if (facts.state === 'proven') return [{ code: 'account.real-name-done' }]
  if (facts.triesToday >= facts.dailyTries) return [{ code: 'account.real-name-limit' }]
  return facts.nameIsGood ? [] : [{ code: 'account.name-wrong', field: 'name' }]
}

/** Asks the public-security source (again), with a corrected name if one is given. */
export async function requestRealNameCheck(
  ctx: Context,
  input: { readonly name?: string | undefined },
): Promise<{ verificationId: string; triesLeftToday: number }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    const name = input.name === undefined ? undefined : parsePersonName(input.name)
    const book = await loadPolicyBook(tx, null)
    const dailyTries = book.resolve('real-name.daily-tries', tx.today).value
    const triesToday = await countTriesOn(tx, applicant.id, tx.today)
    throwIfRefused(
      refuseRealNameCheck({ state: applicant.realNameState, triesToday, dailyTries, nameIsGood: name?.kind !== 'bad' }),
    )
    const verificationId = await openRealNameCheck(tx, applicant.id)
    if (verificationId === undefined) throw problem('account.real-name-waiting')
    await markRealNameWaiting(tx, applicant.id, name?.kind === 'ok' ? name.name : null)
    await addJob(tx, 'account.check-real-name', { verificationId })
    tx.concerns('account', applicant.id)
    return { verificationId, triesLeftToday: Math.max(0, dailyTries - triesToday - 1) }
  })
}
