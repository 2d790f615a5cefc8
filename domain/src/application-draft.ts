import type { DraftSteps, StepName } from '@xingtan/contract/application'
import type { MachineState } from '@xingtan/contract/evidence'
import type { EducationLevel, Sex } from '@xingtan/contract/person-code'
import type { Refusal } from '@xingtan/contract/problem'
import type { QualificationType } from '@xingtan/contract/qualification'
import type { SubjectAlias } from '@xingtan/contract/subject'
import type { PolicyKey } from '@xingtan/contract/policy'
import type { ResolvedPolicy } from './policy.ts'
import type { PutonghuaGrade } from './putonghua.ts'

/** What still stands between a step and being done. */
export interface Defect extends Refusal {
  readonly step: StepName
}

/** A record as rules see it. `heldBy` is the 报名号 of another live application that uses it. */
export interface RecordFacts {
  readonly state: MachineState
  readonly heldBy: string | null
}

export interface ProofRecord extends RecordFacts {
  readonly type: QualificationType
  readonly subjectName: string
  readonly validUntil: string
}

export interface PutonghuaRecord extends RecordFacts {
  readonly grade: PutonghuaGrade | null
}

export interface EnrolmentRecord extends RecordFacts {
  readonly status: string | null
  readonly level: EducationLevel | null
  readonly expectedGraduationOn: string | null
}

export interface EducationRecord extends RecordFacts {
  readonly level: EducationLevel | null
  /** 毕业 or 结业. */
  readonly conclusion: string | null
}

/** Rules that depend on the agency; national ones apply until an agency is chosen. */
export type DraftPolicies = {
  readonly [Key in DraftPolicyKey]: ResolvedPolicy<Key>
}
export type DraftPolicyKey = Extract<
  PolicyKey,
  'degree.minimum' | 'putonghua.floor' | 'area.bases' | 'retirement-age' | 'promise.text'
>

/** Everything a draft's check looks at: the steps as written, and what each chosen id turned out to be. */
export interface DraftFacts {
  readonly steps: DraftSteps
  readonly person: { readonly sex: Sex; readonly birthOn: string }
  /** `null` where nothing was chosen or the chosen record is no longer there. */
  readonly examProof: ProofRecord | null
  readonly putonghua: PutonghuaRecord | null
  readonly enrolment: EnrolmentRecord | null
  readonly education: EducationRecord | null
  readonly degree: RecordFacts | null
  /** Code of the agency that recognises the chosen type for the chosen region. */
  readonly recognisingAgencyCode: string | null
  readonly subjectName: string | null
  readonly subjectAliases: readonly SubjectAlias[]
  /** Agency of the chosen point, when the point has a schedule in the agency's plan. */
  readonly pointAgencyCode: string | null
  readonly hasPhoto: boolean
  /** Version of the promise that the accepted signature of this very draft was given to. */
  readonly signedPromiseVersion: string | null
  readonly policies: DraftPolicies
}

/** A record whose source has not answered yet: the person goes on, the decision waits (PRO-9, S-154, domain §23 case 25). */
export function isPending(record: RecordFacts): boolean {
  return record.state === 'waiting' || record.state === 'source-down' || record.state === 'limited'
}

/** A record its source contradicts or does not know. */
export function isDisproven(record: RecordFacts): boolean {
  return record.state === 'mismatch' || record.state === 'not-found'
}

/** Builds the defects of one step. */
export function defectIn(step: StepName): (code: Refusal['code'], more?: Omit<Refusal, 'code'>) => Defect {
  return (code, more = {}) => ({ step, code, ...more })
}
