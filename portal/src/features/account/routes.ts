import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** Account pages, each a chunk of its own. */
export const ACCOUNT_ROUTES: RouteObject[] = [
  { path: paths.signIn, lazy: async () => ({ Component: (await import('./sign-in-route.tsx')).SignInRoute }) },
  { path: paths.register, lazy: async () => ({ Component: (await import('./register-route.tsx')).RegisterRoute }) },
  {
    path: paths.forgotPassword,
    lazy: async () => ({ Component: (await import('./forgot-password-page.tsx')).ForgotPasswordPage }),
  },
  { path: paths.realName, lazy: async () => ({ Component: (await import('./real-name-route.tsx')).RealNameRoute }) },
  { path: paths.profile, lazy: async () => ({ Component: (await import('./profile-route.tsx')).ProfileRoute }) },
]
