import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** What can be done after the conclusion: 决定书, 复查, 评价. */
export const APPEAL_ROUTES: RouteObject[] = [
  {
    path: `${paths.applications}/:applicationId/decision`,
    lazy: async () => ({ Component: (await import('./decision-page.tsx')).DecisionPage }),
  },
]
