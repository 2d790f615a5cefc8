import type { Context } from '../../platform/context.ts'
import { getApplicant, throwUnlessReady } from '../account/index.ts'
import { openVerification } from './open-verification.ts'
import { findOpenVerification } from './sql-verification.ts'

/** 同步: asks the exam authority for every proof of this person; while a question is open, that one is answered (PRO-2). */
export async function syncExamProofs(ctx: Context): Promise<{ id: string }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    throwUnlessReady(applicant)
    const question = { accountId: applicant.id, kind: 'exam-proofs', subjectId: null } as const
    const id = (await openVerification(tx, question)) ?? (await findOpenVerification(tx, question))?.id
    if (id === undefined) throw new Error('a question was neither open nor opened')
    tx.concerns('account', applicant.id, { kind: 'exam-proofs' })
    return { id }
  })
}
