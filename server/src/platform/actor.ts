import type { AgencyLevel } from '@xingtan/contract/agency-reference'
import type { OfficeRole } from '@xingtan/contract/office/session'

/** Who is asking, as the session proves it. */
export type Actor =
  | { readonly kind: 'nobody' }
  | { readonly kind: 'applicant'; readonly accountId: string; readonly sessionId: string; readonly endsAt: Date }
  | {
      readonly kind: 'officer'
      readonly userId: string
      readonly personId: string
      readonly sessionId: string
      readonly name: string
      readonly agencyCode: string
      readonly agencyLevel: AgencyLevel
      readonly pointId: string | null
      readonly roles: readonly OfficeRole[]
      readonly keySerial: string
      readonly endsAt: Date
      readonly idleSeconds: number
      /** The sealed emergency account: everything it reads is an event (S-042). */
      readonly emergency?: boolean
    }
  | { readonly kind: 'system' }

export type OfficerActor = Extract<Actor, { kind: 'officer' }>
