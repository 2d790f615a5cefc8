import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Day, Done, Id, Instant, line } from './field.ts'
import { QualificationType } from './qualification.ts'

/**
 * The machine fact of one evidence record. A human check at the desk is a fact of its own and never changes this one
 * (PRO-3). `source-down` and `limited` refuse nobody: the record waits (INT-1).
 */
export const MachineState = z.enum(['waiting', 'match', 'mismatch', 'not-found', 'source-down', 'limited'])
export type MachineState = z.infer<typeof MachineState>

/** How much a record can be trusted: from its issuer, seen by an officer, uploaded, or only declared (PRO-9). */
export const TrustGrade = z.enum(['issuer', 'officer', 'uploaded', 'declared'])
export type TrustGrade = z.infer<typeof TrustGrade>

const evidenceFacts = {
  id: Id,
  state: MachineState,
  trust: TrustGrade,
  /** Official name of the source, for example 学信网. */
  source: z.string(),
  checkedAt: Instant.nullable(),
  /** Which fields differ from the account, when the state is `mismatch`. */
  differingFields: z.array(z.string()),
  /** Registration number of the application that holds the record; held records cannot be changed (PRO-8). */
  heldBy: z.string().nullable(),
}

export const ExamProof = z.strictObject({
  ...evidenceFacts,
  number: z.string(),
  qualificationType: QualificationType,
  subjectCode: z.string(),
  subjectName: z.string(),
  issuedOn: Day,
  /** Last day on which an application may be handed in with it. */
  validUntil: Day,
  usable: z.boolean(),
})
export type ExamProof = z.infer<typeof ExamProof>

export const PutonghuaGrade = z.enum(['1A', '1B', '2A', '2B', '3A', '3B'])

export const PutonghuaCertificate = z.strictObject({
  ...evidenceFacts,
  number: z.string(),
  score: z.number().nullable(),
  grade: PutonghuaGrade.nullable(),
  testedOn: Day.nullable(),
})
export type PutonghuaCertificate = z.infer<typeof PutonghuaCertificate>

export const Enrolment = z.strictObject({
  ...evidenceFacts,
  school: z.string().nullable(),
  major: z.string().nullable(),
  level: z.string().nullable(),
  studyForm: z.string().nullable(),
  /** 学籍状态; only 注册学籍 qualifies (APP-3). */
  status: z.string().nullable(),
  expectedGraduationOn: Day.nullable(),
})
export type Enrolment = z.infer<typeof Enrolment>

/** 学历: level is one of `degree.minimum`'s levels in `contract/src/policy.ts`. */
export const Education = z.strictObject({
  ...evidenceFacts,
  certificateNumber: z.string(),
  school: z.string().nullable(),
  major: z.string().nullable(),
  level: z.string().nullable(),
  studyForm: z.string().nullable(),
  graduatedOn: Day.nullable(),
})
export type Education = z.infer<typeof Education>

export const Degree = z.strictObject({
  ...evidenceFacts,
  certificateNumber: z.string(),
  school: z.string().nullable(),
  name: z.string().nullable(),
  awardedOn: Day.nullable(),
})
export type Degree = z.infer<typeof Degree>

export const OwnCertificate = z.strictObject({
  id: Id,
  number: z.string(),
  qualificationTitle: z.string(),
  subjectName: z.string(),
  issuedOn: Day,
  agencyName: z.string(),
  state: z.enum(['valid', 'suspended', 'void']),
})
export type OwnCertificate = z.infer<typeof OwnCertificate>

/** The personal centre with its seven modules (PRO-1…PRO-7). */
export const PersonalCentre = z.strictObject({
  identity: z.strictObject({
    name: z.string(),
    documentTypeTitle: z.string(),
    maskedDocumentNumber: z.string(),
    sex: z.string(),
    birthOn: Day,
    ethnicGroup: z.string().nullable(),
    maskedPhone: z.string(),
    email: z.string().nullable(),
    realName: z.enum(['proven', 'unproven', 'waiting', 'mismatch', 'not-found', 'taken']),
    realNameCheckedAt: Instant.nullable(),
    triesLeftToday: z.number().int(),
  }),
  examProofs: z.array(ExamProof),
  /** State of the last 同步: the list above is what the source gave when it last answered. */
  examSync: z.strictObject({ state: MachineState.nullable(), checkedAt: Instant.nullable() }),
  putonghua: z.array(PutonghuaCertificate),
  enrolments: z.array(Enrolment),
  educations: z.array(Education),
  degrees: z.array(Degree),
  certificates: z.array(OwnCertificate),
})
export type PersonalCentre = z.infer<typeof PersonalCentre>

export const getCentreEndpoint = endpoint({
  name: 'evidence.get-centre',
  face: 'public',
  method: 'GET',
  path: '/api/me/centre',
  permission: 'session',
  input: z.strictObject({}),
  output: PersonalCentre,
})

const Requested = z.strictObject({ id: Id })

/** 同步: asks the exam authority for the proofs of this person (PRO-2). */
export const syncExamProofsEndpoint = endpoint({
  name: 'evidence.sync-exam-proofs',
  face: 'public',
  method: 'POST',
  path: '/api/me/exam-proofs/sync',
  permission: 'session',
  input: z.strictObject({}),
  output: Requested,
})

/** 核验证书: asks the Putonghua database by certificate number (PRO-3). */
export const verifyPutonghuaEndpoint = endpoint({
  name: 'evidence.verify-putonghua',
  face: 'public',
  method: 'POST',
  path: '/api/me/putonghua',
  permission: 'session',
  input: z.strictObject({
    number: z
      .string()
      .trim()
      .regex(/^\d{13}(\d{2})?$/, { error: '普通话证书编号是 13 位或 15 位数字，请对照证书填写。' }),
  }),
  output: Requested,
})

/** 同步学籍: asks for the present enrolment; may be repeated, the history is kept (APP-3). */
export const syncEnrolmentEndpoint = endpoint({
  name: 'evidence.sync-enrolment',
  face: 'public',
  method: 'POST',
  path: '/api/me/enrolments/sync',
  permission: 'session',
  input: z.strictObject({}),
  output: Requested,
})

export const verifyEducationEndpoint = endpoint({
  name: 'evidence.verify-education',
  face: 'public',
  method: 'POST',
  path: '/api/me/educations',
  permission: 'session',
  input: z.strictObject({ certificateNumber: line(24, '学历证书编号') }),
  output: Requested,
})

export const verifyDegreeEndpoint = endpoint({
  name: 'evidence.verify-degree',
  face: 'public',
  method: 'POST',
  path: '/api/me/degrees',
  permission: 'session',
  input: z.strictObject({ certificateNumber: line(24, '学位证书编号') }),
  output: Requested,
})

export const EvidenceKind = z.enum(['putonghua', 'education', 'degree'])
export type EvidenceKind = z.infer<typeof EvidenceKind>

/** Asks the source once more for a record that is not `match`. */
export const recheckEvidenceEndpoint = endpoint({
  name: 'evidence.recheck',
  face: 'public',
  method: 'POST',
  path: '/api/me/evidence/:kind/:id/recheck',
  permission: 'session',
  input: z.strictObject({ kind: EvidenceKind, id: Id }),
  output: Done,
})

/** Removes a record of one's own that no application holds (PRO-8). */
export const removeEvidenceEndpoint = endpoint({
  name: 'evidence.remove',
  face: 'public',
  method: 'POST',
  path: '/api/me/evidence/:kind/:id/remove',
  permission: 'session',
  input: z.strictObject({ kind: EvidenceKind, id: Id }),
  output: Done,
})
