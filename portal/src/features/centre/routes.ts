import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 个人信息中心 and its modules. */
export const CENTRE_ROUTES: RouteObject[] = [
  {
    path: `${paths.centre}/:module?`,
    lazy: async () => ({ Component: (await import('./centre-route.tsx')).CentreRoute }),
  },
]
