import type { Services } from '../../platform/context.ts'
import { findAccount } from '../account/index.ts'
import { findEvidence } from './sql.ts'
import { type VerificationKind, closeVerification, findVerification } from './sql-verification.ts'

/** What the source is asked: who, and the number on the certificate where there is one. */
export interface PreparedQuestion {
  readonly kind: VerificationKind
  readonly person: { readonly name: string; readonly documentNumber: string }
  readonly certificateNumber: string
}

/**
 * The opened question, or undefined when it was answered already, for jobs may run twice, or when its record is gone,
 * which closes it (PRO-8, I-12).
 */
export async function prepareVerification(
  services: Services,
  verificationId: string,
): Promise<PreparedQuestion | undefined> {
  return services.db.transaction({}, async (tx) => {
    const question = await findVerification(tx, verificationId)
    if (question === undefined || question.state === 'answered') return undefined
    const { accountId, kind, subjectId } = question
    const account = await findAccount(tx, accountId)
    if (account === undefined) return undefined
    const isAboutRecord = kind === 'putonghua' || kind === 'education' || kind === 'degree'
    const record =
      isAboutRecord && subjectId !== null ? await findEvidence(tx, { accountId, kind, id: subjectId }) : undefined
    if (isAboutRecord && record === undefined) {
      // The person took the record back: nobody waits for the answer, so nobody is asked.
      await closeVerification(tx, verificationId)
      return undefined
    }
    return {
      kind,
      person: { name: account.name, documentNumber: services.crypto.openColumn(account.numberSealed) },
      certificateNumber: record?.key ?? question.asked ?? '',
    }
  })
}
