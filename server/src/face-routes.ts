import { ACCOUNT_ROUTES } from './modules/account/routes.ts'
import { AGENCY_ROUTES, OFFICE_AGENCY_ROUTES } from './modules/agency/routes.ts'
import { OFFICE_APPEAL_ROUTES, PUBLIC_APPEAL_ROUTES } from './modules/appeal/routes.ts'
import { APPLICATION_ROUTES } from './modules/application/routes.ts'
import { OFFICE_APPOINTMENT_ROUTES, PUBLIC_APPOINTMENT_ROUTES } from './modules/appointment/routes.ts'
import { CALENDAR_ROUTES } from './modules/calendar/routes.ts'
import { OFFICE_CERTIFICATE_ROUTES, PUBLIC_CERTIFICATE_ROUTES } from './modules/certificate/routes.ts'
import { AUDIT_PUBLIC_ROUTES, AUDIT_ROUTES } from './modules/audit/routes.ts'
import { CHANNEL_ROUTES } from './modules/channel/routes.ts'
import { CUSTODY_ROUTES } from './modules/custody/routes.ts'
import { CONFIRMATION_ROUTES } from './modules/confirmation/routes.ts'
import { OFFICE_CONSULTATION_ROUTES, PUBLIC_CONSULTATION_ROUTES } from './modules/consultation/routes.ts'
import { CONTACT_ROUTES } from './modules/contact/routes.ts'
import { DECISION_ROUTES } from './modules/decision/routes.ts'
import { EMERGENCY_ROUTES } from './modules/emergency/routes.ts'
import { EXAM_BAR_ROUTES } from './modules/exam-bar/routes.ts'
import { EVIDENCE_ROUTES } from './modules/evidence/routes.ts'
import { OFFICE_FILE_ROUTES, PUBLIC_FILE_ROUTES } from './modules/file/routes.ts'
import { FILING_ROUTES } from './modules/filing/routes.ts'
import { OFFICE_MATERIAL_ROUTES, PUBLIC_MATERIAL_ROUTES } from './modules/material/routes.ts'
import { HANDOVER_ROUTES } from './modules/handover/routes.ts'
import { MEDICAL_ROUTES } from './modules/medical/routes.ts'
import { OFFICE_NOTICE_ROUTES } from './modules/notice/office-routes.ts'
import { PUBLIC_NOTICE_ROUTES } from './modules/notice/routes.ts'
import { PLAN_ROUTES } from './modules/plan/public-routes.ts'
import { OFFICE_PLAN_ROUTES } from './modules/plan/routes.ts'
import { OFFICE_POLICY_ROUTES, PUBLIC_POLICY_ROUTES } from './modules/policy/routes.ts'
import { POINT_ROUTES } from './modules/point/routes.ts'
import { OFFICE_QUESTION_ROUTES, PUBLIC_QUESTION_ROUTES } from './modules/question/routes.ts'
import { RESTRICTION_ROUTES } from './modules/restriction/routes.ts'
import { PROPOSAL_ROUTES } from './modules/proposal/routes.ts'
import { OFFICE_SERVICE_ROUTES, PUBLIC_SERVICE_ROUTES } from './modules/service/routes.ts'
import { SIGNING_ROUTES } from './modules/signing/routes.ts'
import { DOOR_ROUTES } from './modules/staff/door-routes.ts'
import { KEY_ROUTES } from './modules/staff/key-routes.ts'
import { DELEGATION_ROUTES } from './modules/staff/delegation-routes.ts'
import { PEOPLE_ROUTES } from './modules/staff/people-routes.ts'
import { STAFF_ROUTES } from './modules/staff/routes.ts'
import { USER_ROUTES } from './modules/staff/user-routes.ts'
import { SUCCESSION_ROUTES } from './modules/succession/routes.ts'
import { OFFICE_THREAD_ROUTES, PUBLIC_THREAD_ROUTES } from './modules/thread/routes.ts'
import { TRAINING_ROUTES } from './modules/training/routes.ts'
import { VETTING_ROUTES } from './modules/vetting/routes.ts'
import { guardFunctions } from './modules/window/index.ts'
import { WINDOW_ROUTES } from './modules/window/routes.ts'
import { WORK_INFO_ROUTES } from './modules/work-info/routes.ts'
import type { Binding } from './platform/http-bind.ts'

/** Everything the portal's face answers; a route that is not here does not exist. */
export const PUBLIC_ROUTES: readonly Binding[] = guardFunctions([
  ...AUDIT_PUBLIC_ROUTES,
  ...ACCOUNT_ROUTES,
  ...AGENCY_ROUTES,
  ...APPLICATION_ROUTES,
  ...PUBLIC_APPEAL_ROUTES,
  ...PUBLIC_APPOINTMENT_ROUTES,
  ...PUBLIC_CERTIFICATE_ROUTES,
  ...PUBLIC_CONSULTATION_ROUTES,
  ...EVIDENCE_ROUTES,
  ...PUBLIC_MATERIAL_ROUTES,
  ...PUBLIC_THREAD_ROUTES,
  ...PUBLIC_SERVICE_ROUTES,
  ...CONTACT_ROUTES,
  ...PUBLIC_NOTICE_ROUTES,
  ...PUBLIC_QUESTION_ROUTES,
  ...PLAN_ROUTES,
  ...PUBLIC_FILE_ROUTES,
  ...PUBLIC_POLICY_ROUTES,
  ...SIGNING_ROUTES,
])

/** Everything the office's face answers. */
export const OFFICE_ROUTES: readonly Binding[] = guardFunctions([
  ...STAFF_ROUTES,
  ...PEOPLE_ROUTES,
  ...USER_ROUTES,
  ...DELEGATION_ROUTES,
  ...KEY_ROUTES,
  ...DOOR_ROUTES,
  ...EMERGENCY_ROUTES,
  ...OFFICE_AGENCY_ROUTES,
  ...SUCCESSION_ROUTES,
  ...WORK_INFO_ROUTES,
  ...HANDOVER_ROUTES,
  ...CUSTODY_ROUTES,
  ...POINT_ROUTES,
  ...OFFICE_APPOINTMENT_ROUTES,
  ...CONFIRMATION_ROUTES,
  ...OFFICE_MATERIAL_ROUTES,
  ...MEDICAL_ROUTES,
  ...OFFICE_THREAD_ROUTES,
  ...OFFICE_SERVICE_ROUTES,
  ...VETTING_ROUTES,
  ...RESTRICTION_ROUTES,
  ...EXAM_BAR_ROUTES,
  ...DECISION_ROUTES,
  ...OFFICE_APPEAL_ROUTES,
  ...OFFICE_CERTIFICATE_ROUTES,
  ...OFFICE_CONSULTATION_ROUTES,
  ...CHANNEL_ROUTES,
  ...AUDIT_ROUTES,
  ...OFFICE_FILE_ROUTES,
  ...OFFICE_NOTICE_ROUTES,
  ...OFFICE_QUESTION_ROUTES,
  ...OFFICE_PLAN_ROUTES,
  ...FILING_ROUTES,
  ...TRAINING_ROUTES,
  ...OFFICE_POLICY_ROUTES,
  ...PROPOSAL_ROUTES,
  ...WINDOW_ROUTES,
  ...CALENDAR_ROUTES,
])
