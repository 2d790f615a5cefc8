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
  confirm: ['case.read', 'case.search', 'confirmation.read', 'confirmation.decide', 'decision.return'],
  vet: ['case.read', 'vetting.run', 'vetting.read-sensitive'],
  review: ['case.read', 'case.search', 'confirmation.read', 'decision.review', 'decision.return'],
  approve: [
    'case.read',
    'case.search',
    'confirmation.read',
    'decision.approve',
    'decision.return',
    'vetting.read-sensitive',
  ],
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
