import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** Requests to an office: corrections of the own data, and the objection against a change of phone. */
export const SERVICE_REQUEST_ROUTES: RouteObject[] = [
  {
    path: paths.serviceRequests,
    lazy: async () => ({ Component: (await import('./own-requests-page.tsx')).OwnRequestsPage }),
  },
  {
    path: paths.recoveryObjection,
    lazy: async () => ({ Component: (await import('./objection-page.tsx')).ObjectionPage }),
  },
]
