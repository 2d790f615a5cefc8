import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 机构联系方式. */
export const CONTACT_ROUTES: RouteObject[] = [
  { path: paths.contacts, lazy: async () => ({ Component: (await import('./contacts-page.tsx')).ContactsPage }) },
  {
    path: `${paths.contacts}/:agencyCode`,
    lazy: async () => ({ Component: (await import('./contact-page.tsx')).ContactPage }),
  },
]
