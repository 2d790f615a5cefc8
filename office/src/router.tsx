import { createBrowserRouter } from 'react-router'
import { NotFoundPage } from './layout/not-found-page.tsx'
import { OfficeLayout } from './layout/office-layout.tsx'
import { PageFailure } from './layout/page-failure.tsx'
import { AGENCY_ROUTES } from './routes/agency-routes.ts'
import { CASE_ROUTES } from './routes/case-routes.ts'
import { DESK_ROUTES } from './routes/desk-routes.ts'
import { PLAN_ROUTES } from './routes/plan-routes.ts'
import { PUBLIC_ROUTES } from './routes/public-routes.ts'
import { SECURITY_ROUTES } from './routes/security-routes.ts'

/** Every address of the office. Features meet here and nowhere else. */
export function createOfficeRouter() {
  return createBrowserRouter([
    {
      path: '/sign-in',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/sign-in/sign-in-page.tsx')).SignInPage }),
    },
    {
      path: '/activate',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/staff/activate-page.tsx')).ActivatePage }),
    },
    {
      // The screen of the waiting room runs without a session; its token stands behind `#`.
      path: '/call-screen',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/call-screen/call-screen-page.tsx')).CallScreenPage }),
    },
    {
      path: '/sign-in/passkey',
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      lazy: async () => ({ Component: (await import('./features/sign-in/passkey-page.tsx')).PasskeyPage }),
    },
    {
      path: '/',
      Component: OfficeLayout,
      ErrorBoundary: PageFailure,
      HydrateFallback: () => null,
      children: [
        ...CASE_ROUTES,
        ...DESK_ROUTES,
        ...PLAN_ROUTES,
        ...AGENCY_ROUTES,
        ...PUBLIC_ROUTES,
        ...SECURITY_ROUTES,
        { path: '*', Component: NotFoundPage },
      ],
    },
  ])
}
