import { createBrowserRouter } from 'react-router'
import { paths } from './paths.ts'
import { NotFoundPage } from './shell/not-found-page.tsx'
import { PortalShell } from './shell/portal-shell.tsx'
import { RouteError } from './shell/route-error.tsx'

/** The routes of the site; each page is a chunk of its own, fetched when somebody goes there. */
export function createPortalRouter() {
  return createBrowserRouter([
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
            { path: '*', element: <NotFoundPage /> },
          ],
        },
      ],
    },
  ])
}
