import type { Context } from '../../platform/context.ts'
import { getApplicant, throwUnlessReady } from '../account/index.ts'
import { UNANSWERED_ENROLMENT } from './facts.ts'
import { openVerification } from './open-verification.ts'
import { findEvidenceByKey, insertEvidence } from './sql.ts'
import { findOpenVerification } from './sql-verification.ts'

/**
 * 同步学籍, as often as one likes: each sync is a record of its own under the id of its question, so the history stays
 * (APP-3). The record can be chosen at once and waits for 学信网.
 */
export async function syncEnrolment(ctx: Context): Promise<{ id: string }> {
  return ctx.command(async (tx) => {
    const applicant = await getApplicant(tx)
    throwUnlessReady(applicant)
    const accountId = applicant.id
    const question = { accountId, kind: 'enrolment', subjectId: null } as const
    const opened = await openVerification(tx, question)
    tx.concerns('account', accountId, { kind: 'enrolment' })
    if (opened === undefined) {
      const running = await findOpenVerification(tx, question)
      const record = await findEvidenceByKey(tx, { accountId, kind: 'enrolment', key: running?.id ?? '' })
      if (record === undefined) throw new Error('an open question has no record')
      return { id: record.id }
    }
    const id = await insertEvidence(tx, {
      accountId,
      kind: 'enrolment',
      key: opened,
      facts: UNANSWERED_ENROLMENT,
      state: 'waiting',
      trust: 'issuer',
    })
    if (id === undefined) throw new Error('a question stands under an id used before')
    return { id }
  })
}
