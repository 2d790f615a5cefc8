import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 上传材料 of a case that is handed in online. */
export const MATERIAL_ROUTES: RouteObject[] = [
  {
    path: `${paths.applications}/:applicationId/materials`,
    lazy: async () => ({ Component: (await import('./materials-page.tsx')).MaterialsPage }),
  },
]
