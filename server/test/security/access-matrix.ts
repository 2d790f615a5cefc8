import type { OfficeRole } from '@xingtan/contract/office/session'

/** Who is tried on every route of the product: a visitor, an applicant, and an officer of each role. */
export type Caller = 'nobody' | 'applicant' | OfficeRole

/** The demonstration officer who stands for each role. */
export const OFFICER_OF_ROLE: Readonly<Record<OfficeRole, string>> = {
  plan: 'kecheng-plan',
  confirm: 'kecheng-confirm',
  vet: 'kecheng-vet',
  review: 'kecheng-review',
  approve: 'kecheng-approve',
  print: 'kecheng-print',
  stock: 'kecheng-stock',
  users: 'kecheng-users',
  publicity: 'kecheng-publicity',
  statistics: 'kecheng-statistics',
  restrict: 'kecheng-restrict',
  system: 'zhejiang-system',
  security: 'zhejiang-security',
  audit: 'zhejiang-audit',
}

const ROLES: readonly OfficeRole[] = [
  'plan',
  'confirm',
  'vet',
  'review',
  'approve',
  'print',
  'stock',
  'users',
  'publicity',
  'statistics',
  'restrict',
  'system',
  'security',
  'audit',
]
export const CALLERS: readonly Caller[] = ['nobody', 'applicant', ...ROLES]

const EVERYBODY: readonly Caller[] = CALLERS
const APPLICANT: readonly Caller[] = ['applicant']
/** Whoever is signed in at the office. */
const OFFICE: readonly Caller[] = ROLES
/** Who works on cases. */
const OFFICERS: readonly Caller[] = ['confirm', 'vet', 'review', 'approve']
/** Who reads what the agencies below do (S-050). */
const SUPERVISORS: readonly Caller[] = ['plan', 'review', 'approve', 'statistics']
const DESK: readonly Caller[] = ['confirm', 'review', 'approve']

/**
 * Who may use which endpoint: written by hand, so that a slip in the code's own tables shows (S-044). A route that is
 * missing here fails the sweep.
 */
export const ACCESS_MATRIX: Readonly<Record<string, readonly Caller[]>> = {
  'account.create-challenge': EVERYBODY,
  'account.solve-challenge': EVERYBODY,
  'account.send-phone-code': EVERYBODY,
  'account.register': EVERYBODY,
  'account.sign-in': EVERYBODY,
  'account.sign-in-with-code': EVERYBODY,
  'account.sign-out': EVERYBODY,
  'account.get-me': EVERYBODY,
  'account.request-real-name-check': APPLICANT,
  'account.complete-profile': APPLICANT,
  'agency.list-regions': EVERYBODY,
  'agency.list-subjects': EVERYBODY,
  'agency.list-agencies': ['system'],
  'agency.get-record': ['system'],
  'agency.grant-power': ['system'],
  'agency.end-power': ['system'],
  'agency.rename': ['system'],
  'agency.create': ['system'],
  'application.open-draft': APPLICANT,
  'application.get-draft': APPLICANT,
  'application.save-draft-step': APPLICANT,
  'application.discard-draft': APPLICANT,
  'application.upload-photo': APPLICANT,
  'application.submit': APPLICANT,
  'application.list': APPLICANT,
  'application.get': APPLICANT,
  'application.amend': APPLICANT,
  'application.withdraw': APPLICANT,
  'application.request-form-preview': APPLICANT,
  'application.get-document': APPLICANT,
  'certificate.list-own': APPLICANT,
  'certificate.query': EVERYBODY,
  'certificate.get': OFFICERS,
  'certificate.list': OFFICERS,
  'confirmation.find-case': DESK,
  'confirmation.confirm': ['confirm'],
  'confirmation.refuse': ['confirm'],
  'confirmation.request-receipt': DESK,
  'confirmation.get-document': OFFICE,
  'decision.list-cases': OFFICERS,
  'decision.get-work': OFFICE,
  'decision.get-case': OFFICERS,
  'decision.reveal-number': OFFICERS,
  'decision.return': DESK,
  'decision.check-diploma': ['review'],
  'decision.review': ['review'],
  'decision.approve': ['approve'],
  'decision.refuse': ['approve'],
  'decision.approve-many': ['approve'],
  'decision.get-board': SUPERVISORS,
  'decision.list-cases-below': SUPERVISORS,
  'decision.get-case-below': SUPERVISORS,
  'decision.urge': SUPERVISORS,
  'decision.list-alerts': ['approve'],
  'decision.note-alerts': ['approve'],
  'evidence.get-centre': APPLICANT,
  'evidence.sync-exam-proofs': APPLICANT,
  'evidence.verify-putonghua': APPLICANT,
  'evidence.sync-enrolment': APPLICANT,
  'evidence.verify-education': APPLICANT,
  'evidence.verify-degree': APPLICANT,
  'evidence.recheck': APPLICANT,
  'evidence.remove': APPLICANT,
  'file.get': APPLICANT,
  'file.get-office': OFFICE,
  'notice.get-home': EVERYBODY,
  'notice.get': EVERYBODY,
  'plan.find-agencies': EVERYBODY,
  'policy.get-texts': EVERYBODY,
  'policy.list-reasons': OFFICE,
  'signing.offer': APPLICANT,
  'signing.get': APPLICANT,
  'signing.accept': APPLICANT,
  'signing.reject': APPLICANT,
  'signing.open': EVERYBODY,
  'signing.submit': EVERYBODY,
  'staff.begin-sign-in': EVERYBODY,
  'staff.finish-sign-in': EVERYBODY,
  'staff.sign-out': EVERYBODY,
  'staff.get-officer': EVERYBODY,
  'vetting.request': ['vet'],
  'vetting.list-batches': ['vet'],
}
