import type { RouteObject } from 'react-router'

/** What the public asks and is told, and what the levels tell each other. */
export const PUBLIC_ROUTES: RouteObject[] = [
  {
    path: 'consultations',
    lazy: async () => ({ Component: (await import('../features/consultation/inbox-page.tsx')).InboxPage }),
  },
  {
    path: 'consultations/:consultationId',
    lazy: async () => ({
      Component: (await import('../features/consultation/consultation-page.tsx')).ConsultationPage,
    }),
  },
  {
    path: 'consultation-board',
    lazy: async () => ({ Component: (await import('../features/consultation/board-page.tsx')).ConsultationBoardPage }),
  },
]
