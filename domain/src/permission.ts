import type { Permission } from '@xingtan/contract/endpoint'
import type { OfficeRole } from '@xingtan/contract/office/session'

/** Who is asking, as far as permissions go. */
export type Caller =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'applicant' }
  | { readonly kind: 'officer'; readonly roles: readonly string[] }
  | { readonly kind: 'system' }

type OfficePermission = Exclude<Permission, 'public' | 'session' | 'office'>

/** What each office role may do; rows are the only source for server, menus and the endpoint sweep (S-044). */
export const PERMISSIONS_BY_ROLE: Readonly<Record<OfficeRole, readonly OfficePermission[]>> = {
  plan: [
    'channel.read',
    'plan.edit',
    'window.edit',
    'policy.edit',
    'point.manage',
    'appointment.manage',
    'training.record',
    'agency.profile',
    'channel.post',
    'case.supervise',
    'notice.approve',
  ],
  confirm: [
    'channel.read',
    'case.read',
    'case.search',
    'confirmation.read',
    'confirmation.decide',
    'confirmation.online',
    'medical.record',
    'appointment.call',
    'account.serve',
    'decision.return',
    'thread.write',
  ],
  vet: ['channel.read', 'case.read', 'vetting.run', 'vetting.read-sensitive'],
  review: [
    'channel.read',
    'case.read',
    'case.search',
    'case.supervise',
    'confirmation.read',
    'decision.review',
    'decision.return',
    'thread.write',
    'decision.hold',
    'decision.move',
    'decision.correct',
    'decision.reconsider',
  ],
  approve: [
    'channel.read',
    'case.read',
    'case.search',
    'case.supervise',
    'confirmation.read',
    'decision.approve',
    'decision.return',
    'thread.write',
    'decision.hold',
    'decision.move',
    'decision.correct',
    'decision.reconsider',
    'vetting.read-sensitive',
  ],
  print: ['channel.read'],
  stock: ['channel.read'],
  users: ['channel.read', 'staff.manage', 'custody.manage', 'agency.work-info', 'training.record', 'channel.post'],
  publicity: ['channel.read', 'notice.edit', 'notice.approve', 'consultation.handle', 'agency.profile', 'channel.post'],
  statistics: ['channel.read', 'case.supervise'],
  restrict: [
    'channel.read',
    'restriction.enter',
    'restriction.review',
    'restriction.work',
    'consultation.handle',
    'channel.post',
  ],
  system: ['channel.read', 'agency.manage', 'emergency.open'],
  security: ['channel.read', 'staff.secure', 'emergency.open'],
  audit: ['audit.read'],
}

/** 三权分立: each of the three administrators holds that role and nothing else (等保 2.0; S-041). */
export const ADMINISTRATOR_ROLES: readonly OfficeRole[] = ['system', 'security', 'audit']

/** Whether one person may hold these roles together. */
export function mayHoldTogether(roles: readonly OfficeRole[]): boolean {
  return roles.length <= 1 || !roles.some((role) => ADMINISTRATOR_ROLES.includes(role))
}

function isOfficeRole(role: string): role is OfficeRole {
  return Object.hasOwn(PERMISSIONS_BY_ROLE, role)
}

/** Whether this caller may use a route that names `permission`. Scope (whose rows) is decided in the database. */
export function permits(permission: Permission, caller: Caller): boolean {
  if (permission === 'public') return true
  if (permission === 'session') return caller.kind === 'applicant'
  if (caller.kind !== 'officer') return false
  if (permission === 'office') return true
  return caller.roles.some((role) => isOfficeRole(role) && PERMISSIONS_BY_ROLE[role].includes(permission))
}
