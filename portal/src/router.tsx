import { createBrowserRouter } from 'react-router'
import { ACCOUNT_ROUTES } from './features/account/routes.ts'
import { APPEAL_ROUTES } from './features/appeal/routes.ts'
import { APPOINTMENT_ROUTES } from './features/appointment/routes.ts'
import { CENTRE_ROUTES } from './features/centre/routes.ts'
import { CONTACT_ROUTES } from './features/contact/routes.ts'
import { CERTIFICATE_ROUTES } from './features/certificate/routes.ts'
import { MATERIAL_ROUTES } from './features/materials/routes.ts'
import { CONSULTATION_ROUTES } from './features/consultation/routes.ts'
import { NOTICE_ROUTES } from './features/notice/routes.ts'
import { SERVICE_REQUEST_ROUTES } from './features/service-request/routes.ts'
import { PLAN_ROUTES } from './features/plan/routes.ts'
import { paths } from './paths.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { PortalShell } from './shell/portal-shell.tsx'
import { RouteError } from './shell/route-error.tsx'

/** The routes of the site; each page is a chunk of its own, fetched when somebody goes there. */
export function createPortalRouter() {
  return createBrowserRouter([
    {
      // On a phone that is not signed in: the sheet alone, without the frame of the site.
      path: paths.sign,
      HydrateFallback: () => null,
      errorElement: <RouteError />,
      lazy: async () => ({ Component: (await import('./features/sign/sign-page.tsx')).SignPage }),
    },
    {
      element: <PortalShell />,
      // An error outside every page still shows the frame of the site.
      errorElement: <PortalShell failed />,
      HydrateFallback: () => null,
      children: [
        {
          errorElement: <RouteError />,
          children: [
            {
              path: paths.home,
              lazy: async () => ({ Component: (await import('./features/home/home-route.tsx')).HomeRoute }),
            },
            {
              path: paths.services,
              lazy: async () => ({ Component: (await import('./features/service/service-page.tsx')).ServicePage }),
            },
            {
              path: paths.questions,
              lazy: async () => ({ Component: (await import('./features/question/question-route.tsx')).QuestionRoute }),
            },
            {
              path: paths.business,
              lazy: async () => ({ Component: (await import('./features/business/business-page.tsx')).BusinessPage }),
            },
            {
              path: paths.mustRead,
              lazy: async () => ({ Component: (await import('./features/business/must-read-page.tsx')).MustReadPage }),
            },
            {
              path: paths.apply,
              lazy: async () => ({
                Component: (await import('./features/apply/entry/apply-entry-page.tsx')).ApplyEntryPage,
              }),
            },
            {
              path: `${paths.apply}/:draftId/:step?`,
              lazy: async () => ({ Component: (await import('./features/apply/draft/wizard-route.tsx')).WizardRoute }),
            },
            {
              path: paths.applications,
              lazy: async () => ({
                Component: (await import('./features/applications/applications-page.tsx')).ApplicationsPage,
              }),
            },
            {
              path: `${paths.applications}/:applicationId`,
              lazy: async () => ({
                Component: (await import('./features/applications/application-page.tsx')).ApplicationPage,
              }),
            },
            {
              path: `${paths.applications}/:applicationId/reminder`,
              lazy: async () => ({
                Component: (await import('./features/applications/reminder-page.tsx')).ReminderPage,
              }),
            },
            ...ACCOUNT_ROUTES,
            ...APPEAL_ROUTES,
            ...APPOINTMENT_ROUTES,
            ...MATERIAL_ROUTES,
            ...SERVICE_REQUEST_ROUTES,
            ...CENTRE_ROUTES,
            ...CERTIFICATE_ROUTES,
            ...CONSULTATION_ROUTES,
            ...NOTICE_ROUTES,
            ...CONTACT_ROUTES,
            ...PLAN_ROUTES,
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
}
