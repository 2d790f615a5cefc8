import { ACCOUNT_PROBLEMS } from './problem/account.ts'
import { AGENCY_PROBLEMS } from './problem/agency.ts'
import { APPEAL_PROBLEMS } from './problem/appeal.ts'
import { APPLICATION_PROBLEMS } from './problem/application.ts'
import { APPOINTMENT_PROBLEMS } from './problem/appointment.ts'
import { AUDIT_PROBLEMS } from './problem/audit.ts'
import { CASE_PROBLEMS } from './problem/case.ts'
import { CERTIFICATE_PROBLEMS } from './problem/certificate.ts'
import { CHANNEL_PROBLEMS } from './problem/channel.ts'
import { CONFIRMATION_PROBLEMS } from './problem/confirmation.ts'
import { CONSULTATION_PROBLEMS } from './problem/consultation.ts'
import { CUSTODY_PROBLEMS } from './problem/custody.ts'
import { DECISION_PROBLEMS } from './problem/decision.ts'
import { EMERGENCY_PROBLEMS } from './problem/emergency.ts'
import { EVIDENCE_PROBLEMS } from './problem/evidence.ts'
import { HANDOVER_PROBLEMS } from './problem/handover.ts'
import { FILING_PROBLEMS } from './problem/filing.ts'
import { EXAM_BAR_PROBLEMS } from './problem/exam-bar.ts'
import { MATERIAL_PROBLEMS } from './problem/material.ts'
import { MEDICAL_PROBLEMS } from './problem/medical.ts'
import { NOTICE_PROBLEMS } from './problem/notice.ts'
import { PLAN_PROBLEMS } from './problem/plan.ts'
import { POLICY_PROBLEMS } from './problem/policy.ts'
import { REQUEST_PROBLEMS } from './problem/request.ts'
import { SECURITY_PROBLEMS } from './problem/security.ts'
import { RESTRICTION_PROBLEMS } from './problem/restriction.ts'
import { SERVICE_PROBLEMS } from './problem/service.ts'
import { SIGNING_PROBLEMS } from './problem/signing.ts'
import { STAFF_PROBLEMS } from './problem/staff.ts'
import { THREAD_PROBLEMS } from './problem/thread.ts'
import { TRAINING_PROBLEMS } from './problem/training.ts'
import { VETTING_PROBLEMS } from './problem/vetting.ts'
import { WORK_INFO_PROBLEMS } from './problem/work-info.ts'

/** Every refusal code with its HTTP status and sentence; a code without a sentence does not compile. */
export const PROBLEMS = {
  ...REQUEST_PROBLEMS,
  ...ACCOUNT_PROBLEMS,
  ...AGENCY_PROBLEMS,
  ...STAFF_PROBLEMS,
  ...SECURITY_PROBLEMS,
  ...EMERGENCY_PROBLEMS,
  ...APPLICATION_PROBLEMS,
  ...EVIDENCE_PROBLEMS,
  ...SIGNING_PROBLEMS,
  ...APPOINTMENT_PROBLEMS,
  ...CASE_PROBLEMS,
  ...CONFIRMATION_PROBLEMS,
  ...MATERIAL_PROBLEMS,
  ...MEDICAL_PROBLEMS,
  ...THREAD_PROBLEMS,
  ...SERVICE_PROBLEMS,
  ...VETTING_PROBLEMS,
  ...WORK_INFO_PROBLEMS,
  ...HANDOVER_PROBLEMS,
  ...CUSTODY_PROBLEMS,
  ...DECISION_PROBLEMS,
  ...CONSULTATION_PROBLEMS,
  ...CHANNEL_PROBLEMS,
  ...APPEAL_PROBLEMS,
  ...AUDIT_PROBLEMS,
  ...CERTIFICATE_PROBLEMS,
  ...RESTRICTION_PROBLEMS,
  ...NOTICE_PROBLEMS,
  ...EXAM_BAR_PROBLEMS,
  ...PLAN_PROBLEMS,
  ...FILING_PROBLEMS,
  ...TRAINING_PROBLEMS,
  ...POLICY_PROBLEMS,
}

export type ProblemCode = keyof typeof PROBLEMS

/** One reason of a refusal as rules give it: code, the field it concerns, values for the sentence, the clause behind it. */
export interface Refusal {
  readonly code: ProblemCode
  readonly field?: string
  readonly values?: Readonly<Record<string, string | number>>
  readonly basis?: string
}

/** The sentence of a refusal with its values filled in. */
export function sentenceOf(refusal: Refusal): string {
  return PROBLEMS[refusal.code].sentence.replaceAll(/\{(\w+)\}/g, (whole, name: string) =>
    String(refusal.values?.[name] ?? whole),
  )
}
