import { join } from 'node:path'
import { permits } from '@xingtan/domain/permission'
import type { Config } from './config.ts'
import { OFFICE_ROUTES, PUBLIC_ROUTES } from './face-routes.ts'
import { authenticateApplicant } from './modules/account/index.ts'
import { authenticateOfficer } from './modules/staff/index.ts'
import type { Services } from './platform/context.ts'
import { servePages } from './platform/http-pages.ts'
import { serveRoutes } from './platform/http-routes.ts'
import { createHttpServer } from './platform/http-server.ts'
import type { Metrics } from './platform/metrics.ts'

/** Cookies with the `__Host-` prefix need TLS or a name that browsers trust, such as *.localhost. */
function isTrusted(origin: string): boolean {
  return origin.startsWith('https:') || new URL(origin).hostname.endsWith('localhost')
}

const ROOT = join(import.meta.dirname, '..', '..')

/** Builds one face: its own routes, cookies and pages. */
export async function createFace(face: 'public' | 'office', services: Services, config: Config, metrics: Metrics) {
  const isPublic = face === 'public'
  const origins = isPublic ? [...new Set([config.PUBLIC_ORIGIN, config.PHONE_ORIGIN])] : [config.OFFICE_ORIGIN]
  const connect = isPublic ? [] : [new URL(config.MIDDLEWARE_URL).origin]
  const app = await createHttpServer({
    log: services.log,
    origins,
    connect,
    trustedHops: config.TRUSTED_HOPS,
    observe: metrics.observe,
  })
  const secureCookies = isTrusted(isPublic ? config.PUBLIC_ORIGIN : config.OFFICE_ORIGIN)
  const prefix = secureCookies ? '__Host-' : ''
  serveRoutes(app, isPublic ? PUBLIC_ROUTES : OFFICE_ROUTES, {
    services,
    sessionCookie: `${prefix}${isPublic ? 'xt' : 'xo'}-session`,
    deviceCookie: `${prefix}${isPublic ? 'xt' : 'xo'}-device`,
    secureCookies,
    authenticate: isPublic ? authenticateApplicant : authenticateOfficer,
    permits,
  })
  await servePages(app, join(ROOT, isPublic ? 'portal' : 'office', 'dist'), {
    https: origins.every((origin) => origin.startsWith('https:')),
    connect,
  })
  return app
}
