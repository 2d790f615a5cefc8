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
    path: 'handovers',
    lazy: async () => ({ Component: (await import('../features/handover/handovers-page.tsx')).HandoversPage }),
  },
  {
    path: 'handovers/:handoverId',
    lazy: async () => ({ Component: (await import('../features/handover/handover-page.tsx')).HandoverPage }),
  },
  {
    path: 'custody',
    lazy: async () => ({ Component: (await import('../features/custody/custody-page.tsx')).CustodyPage }),
  },
  {
    path: 'custody/board',
    lazy: async () => ({ Component: (await import('../features/custody/board-page.tsx')).CustodyBoardPage }),
  },
  {
    path: 'custody/regime',
    lazy: async () => ({ Component: (await import('../features/custody/regime-page.tsx')).RegimePage }),
  },
  {
    path: 'custody/:itemId',
    lazy: async () => ({ Component: (await import('../features/custody/item-page.tsx')).CustodyItemPage }),
  },
  {
    path: 'delegations',
    lazy: async () => ({ Component: (await import('../features/staff/delegations-page.tsx')).DelegationsPage }),
  },
]
