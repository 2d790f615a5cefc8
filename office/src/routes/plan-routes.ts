import type { RouteObject } from 'react-router'

/** What binds a round: policies, proposals, national windows, filings upward, training. */
export const PLAN_ROUTES: RouteObject[] = [
  {
    path: 'plans',
    lazy: async () => ({ Component: (await import('../features/plan/plans-page.tsx')).PlansPage }),
  },
  {
    path: 'plans/:planId',
    lazy: async () => ({ Component: (await import('../features/plan/plan-page.tsx')).PlanPage }),
  },
  {
    path: 'policies',
    lazy: async () => ({ Component: (await import('../features/policy/policies-page.tsx')).PoliciesPage }),
  },
  {
    path: 'policies/:key',
    lazy: async () => ({ Component: (await import('../features/policy/policy-page.tsx')).PolicyPage }),
  },
  {
    path: 'policies/:key/propose',
    lazy: async () => ({ Component: (await import('../features/policy/propose-page.tsx')).ProposePage }),
  },
  {
    path: 'proposals',
    lazy: async () => ({ Component: (await import('../features/policy/proposals-page.tsx')).ProposalsPage }),
  },
  {
    path: 'proposals/:kind/:proposalId',
    lazy: async () => ({ Component: (await import('../features/policy/proposal-page.tsx')).ProposalPage }),
  },
  {
    path: 'calendar',
    lazy: async () => ({ Component: (await import('../features/calendar/calendar-page.tsx')).CalendarPage }),
  },
  {
    path: 'windows',
    lazy: async () => ({ Component: (await import('../features/window/windows-page.tsx')).WindowsPage }),
  },
  {
    path: 'filings',
    lazy: async () => ({ Component: (await import('../features/filing/filings-page.tsx')).FilingsPage }),
  },
  {
    path: 'filings/board',
    lazy: async () => ({ Component: (await import('../features/filing/board-page.tsx')).FilingBoardPage }),
  },
  {
    path: 'filings/:filingId',
    lazy: async () => ({ Component: (await import('../features/filing/filing-page.tsx')).FilingPage }),
  },
  {
    path: 'trainings',
    lazy: async () => ({ Component: (await import('../features/training/trainings-page.tsx')).TrainingsPage }),
  },
  {
    path: 'trainings/board',
    lazy: async () => ({ Component: (await import('../features/training/board-page.tsx')).TrainingBoardPage }),
  },
  {
    path: 'trainings/:sessionId',
    lazy: async () => ({ Component: (await import('../features/training/training-page.tsx')).TrainingPage }),
  },
]
