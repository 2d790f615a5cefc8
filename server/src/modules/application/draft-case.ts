import type { DraftFacts, DraftPolicies, RecordFacts } from '@xingtan/domain/application-draft'
import type { z } from 'zod'
import type { Tx } from '../../platform/db.ts'
import type { Applicant } from '../account/index.ts'
import {
  DegreeFacts,
  EducationFacts,
  EnrolmentFacts,
  type EvidenceRow,
  ExamProofFacts,
  PutonghuaFacts,
  listEvidence,
} from '../evidence/index.ts'
import { findFile } from '../file/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { type Place, loadPlace } from './draft-place.ts'
import { type DraftRow, type Signature, findSignature } from './sql-draft.ts'

/** A chosen record with its facts. */
export interface ChosenRecord<Facts> {
  readonly row: EvidenceRow
  readonly facts: Facts
}

/** A draft with everything its ids stand for: what the rules judge and what is frozen on submission. */
export interface DraftCase {
  readonly draft: DraftRow
  readonly book: PolicyBook
  readonly facts: DraftFacts
  readonly agency: Place['agency']
  readonly point: Place['point']
  readonly opening: Place['opening']
  readonly examProof: ChosenRecord<ExamProofFacts> | null
  readonly putonghua: ChosenRecord<PutonghuaFacts> | null
  readonly enrolment: ChosenRecord<EnrolmentFacts> | null
  readonly education: ChosenRecord<EducationFacts> | null
  readonly degree: ChosenRecord<DegreeFacts> | null
  readonly photo: { readonly id: string; readonly hash: string } | null
  readonly signature: Signature | null
}

function choose<S extends z.ZodType>(
  rows: readonly EvidenceRow[],
  kind: EvidenceRow['kind'],
  id: string | null,
  facts: S,
): ChosenRecord<z.output<S>> | null {
  const row = rows.find((one) => one.id === id && one.kind === kind)
  return row === undefined ? null : { row, facts: facts.parse(row.facts) }
}

/** Resolves every id of a draft in the caller's scope; an id of somebody else simply stands for nothing. */
export async function loadDraftCase(tx: Tx, draft: DraftRow, applicant: Applicant): Promise<DraftCase> {
  const { identity, details } = draft.steps
  const rows = await listEvidence(tx, applicant.id)
  const chosen = {
    examProof: choose(rows, 'exam-proof', identity.examProofId, ExamProofFacts),
    putonghua: choose(rows, 'putonghua', identity.putonghuaId, PutonghuaFacts),
    enrolment: choose(rows, 'enrolment', identity.enrolmentId, EnrolmentFacts),
    education: choose(rows, 'education', identity.educationId, EducationFacts),
    degree: choose(rows, 'degree', identity.degreeId, DegreeFacts),
  }
  const photo = details.photoId === null ? undefined : await findFile(tx, details.photoId)
  const pictures = {
    photo: photo?.kind === 'photo' ? { id: photo.id, hash: photo.hash } : null,
    signature: details.signatureId === null ? null : ((await findSignature(tx, draft.id, details.signatureId)) ?? null),
  }
  const records = toRecordFacts(draft, chosen)
  const place = await loadPlace(tx, draft, records)
  const book = await loadPolicyBook(tx, place.agency?.code ?? null)
  const facts = { ...records, ...toCaseFacts(tx, { draft, applicant, book, place, pictures }) }
  return {
    draft,
    book,
    facts,
    ...chosen,
    ...pictures,
    agency: place.agency,
    point: place.point,
    opening: place.opening,
  }
}

type Chosen = Pick<DraftCase, 'examProof' | 'putonghua' | 'enrolment' | 'education' | 'degree'>

/** A record held by the very application that is being amended is free for it. */
function recordOf(draft: DraftRow, row: EvidenceRow): RecordFacts {
  return { state: row.state, heldBy: row.holderId === draft.amendsApplicationId ? null : row.heldBy }
}

function toRecordFacts(draft: DraftRow, chosen: Chosen) {
  const { examProof, putonghua, enrolment, education, degree } = chosen
  const withRecord = <Facts, More>({ row, facts }: ChosenRecord<Facts>, pick: (facts: Facts) => More) => ({
    ...recordOf(draft, row),
    ...pick(facts),
  })
  return {
    examProof:
      examProof &&
      withRecord(examProof, ({ qualificationType, subjectName, validUntil }) => ({
        type: qualificationType,
        subjectName,
        validUntil,
      })),
    putonghua: putonghua && withRecord(putonghua, ({ grade }) => ({ grade })),
    enrolment:
      enrolment &&
      withRecord(enrolment, ({ status, level, expectedGraduationOn }) => ({ status, level, expectedGraduationOn })),
    education: education && withRecord(education, ({ level, conclusion }) => ({ level, conclusion })),
    degree: degree && recordOf(draft, degree.row),
  }
}

interface CaseParts {
  readonly draft: DraftRow
  readonly applicant: Applicant
  readonly book: PolicyBook
  readonly place: Place
  readonly pictures: Pick<DraftCase, 'photo' | 'signature'>
}

function toCaseFacts(tx: Tx, { draft, applicant, book, place, pictures }: CaseParts) {
  const policies: DraftPolicies = {
    'degree.minimum': book.resolve('degree.minimum', tx.today),
    'putonghua.floor': book.resolve('putonghua.floor', tx.today),
    'area.bases': book.resolve('area.bases', tx.today),
    'retirement-age': book.resolve('retirement-age', tx.today),
    'promise.text': book.resolve('promise.text', tx.today),
  }
  return {
    steps: draft.steps,
    person: { sex: applicant.sex === 1 ? ('male' as const) : ('female' as const), birthOn: applicant.birthOn },
    recognisingAgencyCode: place.recognisingAgencyCode,
    subjectName: place.subjectName,
    subjectAliases: place.subjectAliases,
    pointAgencyCode: place.pointAgencyCode,
    hasPhoto: pictures.photo !== null,
    signedPromiseVersion: pictures.signature?.policyVersion ?? null,
    policies,
  }
}
