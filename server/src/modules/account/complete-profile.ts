import { ETHNIC_GROUPS, nameOfCode } from '@xingtan/contract/person-code'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/problem.ts'
import { getApplicant } from './applicant.ts'
import { updateEthnicGroup } from './sql-account.ts'

/** First sign-in: an identity-card holder adds 民族 (ACC-5). */
export async function completeProfile(ctx: Context, input: { readonly ethnicGroup: string }): Promise<{ done: true }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    if (nameOfCode(ETHNIC_GROUPS, input.ethnicGroup) === undefined) {
      throw problem('request.invalid', { field: 'ethnicGroup', values: { sentence: '请从列表中选择民族。' } })
    }
    await updateEthnicGroup(tx, applicant.id, input.ethnicGroup)
    tx.concerns('account', applicant.id)
    return { done: true as const }
  })
}
