import type { Officer, OfficeRole } from '@xingtan/contract/office/session'
import { createContext, useContext } from 'react'

export type SignedInOfficer = Extract<Officer, { signedIn: true }>

export const OfficerContext = createContext<SignedInOfficer | null>(null)

/** The officer at this computer. Pages inside the layout only. */
export function useOfficer(): SignedInOfficer {
  const officer = useContext(OfficerContext)
  if (officer === null) throw new Error('useOfficer outside of the office layout')
  return officer
}

/** Whether the officer has one of these roles; the server decides again on every call. */
export function hasRole(officer: SignedInOfficer, ...roles: readonly OfficeRole[]): boolean {
  return roles.some((role) => officer.roles.includes(role))
}
