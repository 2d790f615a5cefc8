import type { RouteObject } from 'react-router'

/** Keys, sessions, addresses and security events. */
export const SECURITY_ROUTES: RouteObject[] = [
  {
    path: 'my-sign-in',
    lazy: async () => ({ Component: (await import('../features/security/my-sign-in-page.tsx')).MySignInPage }),
  },
  {
    path: 'security/emergency',
    lazy: async () => ({ Component: (await import('../features/security/emergency-page.tsx')).EmergencyPage }),
  },
  {
    path: 'security/sessions',
    lazy: async () => ({ Component: (await import('../features/security/sessions-page.tsx')).SessionsPage }),
  },
  {
    path: 'security/events',
    lazy: async () => ({ Component: (await import('../features/security/events-page.tsx')).SecurityEventsPage }),
  },
  {
    path: 'security/addresses',
    lazy: async () => ({ Component: (await import('../features/security/addresses-page.tsx')).AddressesPage }),
  },
  {
    path: 'security/addresses/:agencyCode',
    lazy: async () => ({
      Component: (await import('../features/security/agency-addresses-page.tsx')).AgencyAddressesPage,
    }),
  },
  {
    path: 'passkey-codes',
    lazy: async () => ({
      Component: (await import('../features/security/passkey-code-page.tsx')).PasskeyCodePage,
    }),
  },
  {
    path: 'audit',
    lazy: async () => ({ Component: (await import('../features/audit/audit-page.tsx')).AuditPage }),
  },
  {
    path: 'audit/:eventId',
    lazy: async () => ({ Component: (await import('../features/audit/event-page.tsx')).EventPage }),
  },
]
