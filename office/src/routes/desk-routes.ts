import type { RouteObject } from 'react-router'

/** The desk of a confirmation point: 现场确认, 排号, points and their slots. */
export const DESK_ROUTES: RouteObject[] = [
  {
    path: 'unread-messages',
    lazy: async () => ({ Component: (await import('../features/thread/unread-page.tsx')).UnreadThreadsPage }),
  },
  {
    path: 'medical-import',
    lazy: async () => ({ Component: (await import('../features/medical/medical-import-page.tsx')).MedicalImportPage }),
  },
  {
    path: 'service',
    lazy: async () => ({ Component: (await import('../features/service/service-page.tsx')).ServicePage }),
  },
  {
    path: 'online',
    lazy: async () => ({ Component: (await import('../features/online/online-page.tsx')).OnlinePage }),
  },
  {
    path: 'online/:applicationId',
    lazy: async () => ({ Component: (await import('../features/online/online-case-page.tsx')).OnlineCasePage }),
  },
  {
    path: 'desk',
    lazy: async () => ({ Component: (await import('../features/confirm-desk/desk-page.tsx')).DeskPage }),
  },
  {
    path: 'queue',
    lazy: async () => ({ Component: (await import('../features/appointment/queue-page.tsx')).QueueCallPage }),
  },
  {
    path: 'points',
    lazy: async () => ({ Component: (await import('../features/point/points-page.tsx')).PointsPage }),
  },
  {
    path: 'points/new',
    lazy: async () => ({ Component: (await import('../features/point/new-point-page.tsx')).NewPointPage }),
  },
  {
    path: 'points/:pointId',
    lazy: async () => ({ Component: (await import('../features/point/point-page.tsx')).PointPage }),
  },
]
