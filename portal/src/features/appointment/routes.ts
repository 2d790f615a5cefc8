import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 网上预约 of a case, and the public record of a draw. */
export const APPOINTMENT_ROUTES: RouteObject[] = [
  {
    path: `${paths.applications}/:applicationId/appointment`,
    lazy: async () => ({ Component: (await import('./appointment-page.tsx')).AppointmentPage }),
  },
  {
    path: '/draws/:drawId',
    lazy: async () => ({ Component: (await import('./draw-page.tsx')).DrawPage }),
  },
]
