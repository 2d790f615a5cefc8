import { randomInt, randomUUID } from 'node:crypto'
import type { Receipt } from '@xingtan/contract/application'
import { readableMinute } from '@xingtan/domain/readable-time'
import { composeRegistrationNumber, formatRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context, WorkTx } from '../../platform/context.ts'
import type { Applicant } from '../account/index.ts'
import { appendCaseEvents, type CaseRecord } from '../case/index.ts'
import { deleteEvidenceUses, insertEvidenceUses } from '../evidence/index.ts'
import { closeAfterAmend } from '../material/index.ts'
import { queueSms } from '../message/index.ts'
import { buildCase, given, listUses } from './build-case.ts'
import type { DraftCase } from './draft-case.ts'
import {
  type NewConsent,
  type SubmittedCase,
  attachFiles,
  insertApplication,
  insertConsents,
  updateSubmitted,
} from './sql.ts'
import { deleteDraft } from './sql-draft.ts'

interface CaseParts {
  readonly draftCase: DraftCase
  readonly applicant: Applicant
  readonly amended: CaseRecord | undefined
}

/** Fourteen digits from the cryptographic source; two draws, since one is limited to 48 bits. */
function drawRegistrationNumber(): string {
  const half = () => String(randomInt(10_000_000)).padStart(7, '0')
  return composeRegistrationNumber(half() + half())
}

/** Everything a submission writes, in the order that foreign keys ask for. */
export async function saveCase(ctx: Context, tx: WorkTx, parts: CaseParts): Promise<Receipt> {
  const { draftCase, applicant, amended } = parts
  const id = amended?.id ?? randomUUID()
  const registrationNumber = amended?.registrationNumber ?? drawRegistrationNumber()
  const row = await buildCase(ctx, tx, { draftCase, applicant, id, registrationNumber })
  if (amended === undefined) {
    await insertApplication(tx, row)
  } else {
    await deleteEvidenceUses(tx, id)
    await updateSubmitted(tx, row)
    await closeAfterAmend(tx, id)
  }
  await insertEvidenceUses(tx, id, listUses(draftCase))
  await attachFiles(tx, id, [row.photoFileId, row.signatureFileId])
  await recordConsents(ctx, tx, parts, id)
  await appendCaseEvents(tx, { kind: 'applicant', id: applicant.id }, [
    {
      applicationId: id,
      kind: amended === undefined ? 'submitted' : 'amended',
      data: { draftId: draftCase.draft.id, photoHash: row.snapshot.photoHash },
    },
  ])
  await deleteDraft(tx, draftCase.draft.id)
  const receipt = toReceipt(draftCase, row)
  await tellApplicant(ctx, tx, parts, receipt)
  tx.concerns('application', id, { version: (amended?.version ?? 0) + 1 })
  return receipt
}

/** Three consents with the version and hash of their texts; the promise is the one that was signed (S-081, S-131). */
async function recordConsents(
  ctx: Context,
  tx: WorkTx,
  { draftCase, applicant }: CaseParts,
  applicationId: string,
): Promise<void> {
  const agreement = draftCase.book.resolve('agreement.text', tx.today)
  const promise = draftCase.book.resolve('promise.text', tx.today)
  const hashOf = (text: readonly string[]) => ctx.crypto.sm3(text.join('\n'))
  const consents: NewConsent[] = [
    {
      purpose: 'agreement',
      policyVersion: agreement.version,
      textHash: hashOf([...agreement.value.paragraphs, agreement.value.agreeLabel]),
    },
    {
      purpose: 'offence-query',
      policyVersion: agreement.version,
      textHash: hashOf([agreement.value.authoriseLabel]),
    },
    { purpose: 'promise', policyVersion: promise.version, textHash: hashOf(promise.value.paragraphs) },
  ]
  await insertConsents(tx, { accountId: applicant.id, applicationId }, consents)
}

function toReceipt({ opening, point }: DraftCase, row: SubmittedCase): Receipt {
  return {
    applicationId: row.id,
    registrationNumber: row.registrationNumber,
    pointName: given(point).name,
    pointAddress: given(point).address,
    confirmFrom: given(opening?.confirmFrom).toISOString(),
    confirmTo: given(opening?.confirmTo).toISOString(),
  }
}

async function tellApplicant(
  ctx: Context,
  tx: WorkTx,
  { applicant, amended }: CaseParts,
  receipt: Receipt,
): Promise<void> {
  const did = amended === undefined ? '提交' : '修改'
  const version = (amended?.version ?? 0) + 1
  await queueSms(tx, ctx.crypto, {
    phone: ctx.crypto.openColumn(applicant.phoneSealed),
    text:
      `【中国教师资格网】您已成功${did}教师资格认定申请，报名号 ${formatRegistrationNumber(receipt.registrationNumber)}，` +
      `确认点：${receipt.pointName}，确认时间：${readableMinute(new Date(receipt.confirmFrom))}至${readableMinute(new Date(receipt.confirmTo))}，请按时办理确认。`,
    template: 'application.submitted',
    accountId: applicant.id,
    applicationId: receipt.applicationId,
    dedupeKey: `submitted:${receipt.applicationId}:${version}`,
  })
}
