import type { RouteObject } from 'react-router'
import { paths } from '../../paths.ts'

/** 证书查询 and its two doors. */
export const CERTIFICATE_ROUTES: RouteObject[] = [
  {
    path: paths.certificates,
    lazy: async () => ({ Component: (await import('./certificates-page.tsx')).CertificatesPage }),
  },
  {
    path: paths.ownCertificates,
    lazy: async () => ({ Component: (await import('./own-certificates-route.tsx')).OwnCertificatesRoute }),
  },
  {
    path: paths.certificateQuery,
    lazy: async () => ({ Component: (await import('./certificate-query-route.tsx')).CertificateQueryRoute }),
  },
]
