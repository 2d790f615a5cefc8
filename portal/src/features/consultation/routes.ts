import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 在线咨询、投诉、举报 and how far they are. */
export const CONSULTATION_ROUTES: RouteObject[] = [
  {
    path: paths.consultations,
    lazy: async () => ({ Component: (await import('./consultations-page.tsx')).ConsultationsPage }),
  },
  {
    path: `${paths.consultations}/new/:kind`,
    lazy: async () => ({ Component: (await import('./new-consultation-page.tsx')).NewConsultationPage }),
  },
  {
    path: paths.consultationQuery,
    lazy: async () => ({ Component: (await import('./consultation-query-page.tsx')).ConsultationQueryPage }),
  },
]
