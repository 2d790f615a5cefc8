import { DOCUMENT_TYPE_NAMES } from '@xingtan/contract/document'
import type { OwnCertificate, PersonalCentre } from '@xingtan/contract/evidence'
import { ETHNIC_GROUPS, nameOfCode } from '@xingtan/contract/person-code'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { maskDocumentNumber, maskPhone } from '@xingtan/domain/mask'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type Applicant, countTriesOn, findAccount } from '../account/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { listEvidence } from './sql.ts'
import { listOwnCertificates } from './sql-certificate.ts'
import { findLastVerification } from './sql-verification.ts'
import { toDegree, toEducation, toEnrolment, toExamProof, toPutonghua } from './to-view.ts'

/** The personal centre: who I am, and every record with its source, state and holder (PRO-1…PRO-6, PRO-9). */
export async function getCentre(ctx: Context): Promise<PersonalCentre> {
  const { actor } = ctx
  if (actor.kind !== 'applicant') throw problem('request.sign-in-needed')
  return ctx.read(async (tx) => {
    const applicant = await findAccount(tx, actor.accountId)
    if (applicant === undefined) throw problem('request.sign-in-needed')
    const rows = await listEvidence(tx, applicant.id)
    const ofKind = (kind: (typeof rows)[number]['kind']) => rows.filter((row) => row.kind === kind)
    return {
      identity: await describeIdentity(ctx, tx, applicant),
      examProofs: ofKind('exam-proof').map((row) => toExamProof(row, tx.today)),
      examSync: await describeSync(tx, applicant.id),
      putonghua: ofKind('putonghua').map(toPutonghua),
      enrolments: ofKind('enrolment').map(toEnrolment),
      educations: ofKind('education').map(toEducation),
      degrees: ofKind('degree').map(toDegree),
      certificates: await listCertificates(tx, applicant.id),
    }
  })
}

async function describeIdentity(ctx: Context, tx: Tx, applicant: Applicant): Promise<PersonalCentre['identity']> {
  const book = await loadPolicyBook(tx, null)
  const tries = await countTriesOn(tx, applicant.id, tx.today)
  const limit = book.resolve('real-name.daily-tries', tx.today).value
  return {
    name: applicant.name,
    documentTypeTitle: DOCUMENT_TYPE_NAMES[applicant.documentType],
    maskedDocumentNumber: maskDocumentNumber(ctx.crypto.openColumn(applicant.numberSealed)),
    sex: applicant.sex === 1 ? '男' : '女',
    birthOn: applicant.birthOn,
    ethnicGroup: applicant.ethnicGroup === null ? null : (nameOfCode(ETHNIC_GROUPS, applicant.ethnicGroup) ?? null),
    maskedPhone: maskPhone(ctx.crypto.openColumn(applicant.phoneSealed)),
    email: null,
    realName: applicant.realNameState,
    realNameCheckedAt: applicant.realNameCheckedAt?.toISOString() ?? null,
    triesLeftToday: Math.max(0, limit - tries),
  }
}

async function describeSync(tx: Tx, accountId: string): Promise<PersonalCentre['examSync']> {
  const last = await findLastVerification(tx, accountId, 'exam-proofs')
  if (last === undefined) return { state: null, checkedAt: null }
  return { state: last.outcome ?? 'waiting', checkedAt: last.answeredAt?.toISOString() ?? null }
}

async function listCertificates(tx: Tx, accountId: string): Promise<OwnCertificate[]> {
  const rows = await listOwnCertificates(tx, accountId)
  return rows.map(({ qualificationType, ...row }) => ({
    ...row,
    qualificationTitle: QUALIFICATION_TITLES[qualificationType],
  }))
}
