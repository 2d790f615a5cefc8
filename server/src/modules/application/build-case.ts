import { isDiplomaRequired } from '@xingtan/domain/application-degree'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import { PINNED_POLICIES } from '@xingtan/domain/policy'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { Applicant } from '../account/index.ts'
import { listRegionPath } from '../agency/index.ts'
import type { Snapshot } from '../case/index.ts'
import type { EvidenceUse } from '../evidence/index.ts'
import type { ChosenRecord, DraftCase } from './draft-case.ts'
import { describeFacts } from './fact-groups.ts'
import type { SubmittedCase } from './sql.ts'

function freeze<Facts>(record: ChosenRecord<Facts> | null) {
  return record === null ? null : { id: record.row.id, state: record.row.state, facts: record.facts }
}

/** A chosen value that the rules have shown to be there. */
export function given<Value>(value: Value | null | undefined): Value {
  if (value === null || value === undefined) throw new Error('a draft without defects lacks a value')
  return value
}

async function buildSnapshot(
  ctx: Pick<Context, 'crypto'>,
  tx: Tx,
  draftCase: DraftCase,
  applicant: Applicant,
): Promise<Snapshot> {
  const { draft, agency, point } = draftCase
  const maskedNumber = maskDocumentNumber(ctx.crypto.openColumn(applicant.numberSealed))
  const regions = await listRegionPath(tx, given(draft.steps.agency.regionCode))
  const regionPath = regions.map((region) => region.name).join('')
  const signature = given(draftCase.signature)
  return {
    handedInOn: tx.today,
    steps: draft.steps,
    person: { documentType: applicant.documentType, maskedNumber, ethnicGroup: given(applicant.ethnicGroup) },
    agencyName: given(agency).name,
    pointName: given(point).name,
    pointAddress: given(point).address,
    confirmFrom: given(draftCase.opening?.confirmFrom).toISOString(),
    confirmTo: given(draftCase.opening?.confirmTo).toISOString(),
    regionPath,
    examProof: freeze(draftCase.examProof),
    putonghua: freeze(draftCase.putonghua),
    enrolment: freeze(draftCase.enrolment),
    education: freeze(draftCase.education),
    degree: freeze(draftCase.degree),
    photoHash: given(draftCase.photo).hash,
    signature: {
      hash: signature.hash,
      promiseVersion: signature.policyVersion,
      signedAt: signature.signedAt.toISOString(),
    },
    groups: describeFacts(draftCase, applicant, { maskedNumber, regionPath }),
  }
}

/** The row a draft without defects becomes, with the versions of the rules it was judged by. */
export async function buildCase(
  ctx: Pick<Context, 'crypto'>,
  tx: Tx,
  parts: {
    readonly draftCase: DraftCase
    readonly applicant: Applicant
    readonly id: string
    readonly registrationNumber: string
  },
): Promise<SubmittedCase> {
  const { draftCase, applicant, id, registrationNumber } = parts
  const { agency: choice, details } = draftCase.draft.steps
  return {
    id,
    registrationNumber,
    accountId: applicant.id,
    personIndex: applicant.personIndex,
    roundId: given(draftCase.opening?.roundId),
    agencyCode: given(choice.agencyCode),
    pointId: given(choice.pointId),
    qualificationType: given(choice.qualificationType),
    subjectCode: given(choice.subjectCode),
    subjectName: given(draftCase.facts.subjectName),
    snapshot: await buildSnapshot(ctx, tx, draftCase, applicant),
    name: applicant.name,
    sex: applicant.sex,
    birthOn: applicant.birthOn,
    numberSealed: applicant.numberSealed,
    phoneSealed: applicant.phoneSealed,
    photoFileId: given(details.photoId),
    signatureFileId: given(details.signatureId),
    diplomaRequired: isDiplomaRequired(draftCase.facts),
    policyVersions: PINNED_POLICIES.map((key) => draftCase.book.resolve(key, tx.today).version),
  }
}

/** The records the case holds from now on; an exam proof carries one application at a time. */
export function listUses({ examProof, putonghua, enrolment, education, degree, draft }: DraftCase): EvidenceUse[] {
  const isStudent = draft.steps.identity.isStudent === true
  const use = (purpose: EvidenceUse['purpose'], record: ChosenRecord<unknown> | null): EvidenceUse[] =>
    record === null ? [] : [{ evidenceId: record.row.id, purpose, exclusiveKey: null }]
  return [
    ...use('exam-proof', examProof).map((one) => ({
      ...one,
      exclusiveKey: `exam-proof:${given(examProof).facts.number}`,
    })),
    ...use('putonghua', putonghua),
    ...(isStudent ? use('enrolment', enrolment) : []),
    ...use('education', education),
    ...use('degree', degree),
  ]
}
