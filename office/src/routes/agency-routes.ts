import type { RouteObject } from 'react-router'

/** Agencies and their people: powers, names, profiles, 采集表, staff and delegation. */
export const AGENCY_ROUTES: RouteObject[] = [
  {
    path: 'agencies',
    lazy: async () => ({ Component: (await import('../features/agency/agencies-page.tsx')).AgenciesPage }),
  },
  {
    path: 'agencies/:agencyCode',
    lazy: async () => ({ Component: (await import('../features/agency/agency-page.tsx')).AgencyPage }),
  },
  {
    path: 'agency-profile',
    lazy: async () => ({ Component: (await import('../features/agency/profile-page.tsx')).ProfilePage }),
  },
  {
    path: 'work-info',
    lazy: async () => ({ Component: (await import('../features/work-info/work-info-page.tsx')).WorkInfoPage }),
  },
  {
    path: 'work-info/board',
    lazy: async () => ({ Component: (await import('../features/work-info/board-page.tsx')).BoardPage }),
  },
  {
    path: 'staff',
    lazy: async () => ({ Component: (await import('../features/staff/people-page.tsx')).PeoplePage }),
  },
  {
    path: 'staff/:personId',
    lazy: async () => ({ Component: (await import('../features/staff/person-page.tsx')).PersonPage }),
  },
  {
    path: 'staff-filings',
    lazy: async () => ({ Component: (await import('../features/staff/filings-page.tsx')).FilingsPage }),
  },
  {
    path: 'delegations',
    lazy: async () => ({ Component: (await import('../features/staff/delegations-page.tsx')).DelegationsPage }),
  },
]
