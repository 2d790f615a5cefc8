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

export const EVERYBODY: readonly Caller[] = [...CALLERS]
export const APPLICANT: readonly Caller[] = ['applicant']
/** Whoever is signed in at the office. */
export const OFFICE: readonly Caller[] = ROLES
/** Who works on cases. */
export const OFFICERS: readonly Caller[] = ['confirm', 'vet', 'review', 'approve']
/** Who reads what the agencies below do (S-050). */
export const SUPERVISORS: readonly Caller[] = ['plan', 'review', 'approve', 'statistics']
/** 咨询、投诉: publicity; 举报: restrict. Whose rows: the database. */
export const CONSULTERS: readonly Caller[] = ['publicity', 'restrict']
/** The channel is read by everybody but the auditor, who writes nothing, not even a receipt (S-145). */
export const READERS: readonly Caller[] = ROLES.filter((role) => role !== 'audit')
export const POSTERS: readonly Caller[] = ['plan', 'users', 'publicity', 'restrict']
export const DESK: readonly Caller[] = ['confirm', 'review', 'approve']
