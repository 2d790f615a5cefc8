import { createHmac } from 'node:crypto'
import { networkInterfaces } from 'node:os'
import { join } from 'node:path'
import type { Database } from './database.ts'
import type { Ports } from './ports.ts'
import type { ServiceWish } from './service.ts'
import type { StackUrls, StackWish } from './stack-wish.ts'

export interface ServicePlan {
  readonly urls: StackUrls
  readonly authorityKey: string
  /** Where the certificate of the authority that signs the officers' keys is kept (DER). */
  readonly officeCaFile: string
  /** What every process of the server is told; each adds its own database role and listener. */
  readonly serverEnv: Readonly<Record<string, string>>
  readonly sandbox: ServiceWish
  readonly worker: ServiceWish
  readonly public: ServiceWish
  readonly office: ServiceWish
}

export interface PlanWish {
  readonly stack: StackWish
  readonly ports: Ports
  readonly secret: string
  readonly database: Database
}

/** Which processes run, on which addresses and with which environment. */
export function planServices(wish: PlanWish): ServicePlan {
  const { stack, ports, secret, database } = wish
  const urls = planUrls(stack, ports)
  const authorityKey = createHmac('sha256', secret).update('authority').digest('hex')
  const officeCaFile = join(stack.dataFolder, 'office-ca.der')
  const serverEnv = planServerEnv({ stack, urls, secret, authorityKey, officeCaFile })
  const shared = { folder: stack.dataFolder, log: stack.log }
  const server = (name: string, env: Readonly<Record<string, string>>): ServiceWish => ({
    ...shared,
    name,
    script: 'server/src/main.ts',
    args: [name],
    env: { ...serverEnv, ...env },
  })
  // Only the portal is for phones; the office and everything else stay on this machine.
  const portalHost = stack.mode === 'demo' ? '0.0.0.0' : '127.0.0.1'
  const sandboxEnv = planSandboxEnv({ stack, ports, authorityKey, officeOrigin: urls.office })
  return {
    urls,
    authorityKey,
    officeCaFile,
    serverEnv,
    sandbox: { ...shared, name: 'sandbox', script: 'sandbox/src/main.ts', args: [], env: sandboxEnv },
    worker: server('worker', {
      DATABASE_URL: database.urls.worker,
      METRICS_LISTEN: `127.0.0.1:${ports.workerMetrics}`,
    }),
    public: server('public', {
      DATABASE_URL: database.urls.public_face,
      LISTEN: `${portalHost}:${ports.portal}`,
      METRICS_LISTEN: `127.0.0.1:${ports.portalMetrics}`,
    }),
    office: server('office', {
      DATABASE_URL: database.urls.office_face,
      LISTEN: `127.0.0.1:${ports.office}`,
      METRICS_LISTEN: `127.0.0.1:${ports.officeMetrics}`,
    }),
  }
}

interface ServerEnvWish {
  readonly stack: StackWish
  readonly urls: StackUrls
  readonly secret: string
  readonly authorityKey: string
  readonly officeCaFile: string
}

function planServerEnv({ stack, urls, secret, authorityKey, officeCaFile }: ServerEnvWish): Record<string, string> {
  return {
    XINGTAN_MODE: stack.mode,
    XINGTAN_DATA_FOLDER: join(stack.dataFolder, 'files'),
    XINGTAN_SECRET: secret,
    PUBLIC_ORIGIN: urls.portal,
    OFFICE_ORIGIN: urls.office,
    PHONE_ORIGIN: urls.phone,
    AUTHORITY_URL: urls.sandbox,
    AUTHORITY_KEY: authorityKey,
    SMTP_URL: urls.smtp,
    MIDDLEWARE_URL: urls.sandbox,
    OFFICE_CA_FILE: officeCaFile,
  }
}

interface SandboxEnvWish {
  readonly stack: StackWish
  readonly ports: Ports
  readonly authorityKey: string
  readonly officeOrigin: string
}

function planSandboxEnv({ stack, ports, authorityKey, officeOrigin }: SandboxEnvWish): Record<string, string> {
  return {
    SANDBOX_LISTEN: `127.0.0.1:${ports.sandbox}`,
    SANDBOX_SMTP: `127.0.0.1:${ports.smtp}`,
    SANDBOX_SHARED_KEY: authorityKey,
    SANDBOX_OFFICE_ORIGIN: officeOrigin,
    SANDBOX_STATE: join(stack.dataFolder, 'sandbox'),
    ...(stack.today === undefined ? {} : { SANDBOX_TODAY: stack.today }),
  }
}

function planUrls(stack: StackWish, ports: Ports): StackUrls {
  const portal = `http://portal.localhost:${ports.portal}`
  const lanAddress = stack.mode === 'demo' ? findLanAddress() : undefined
  return {
    portal,
    office: `http://office.localhost:${ports.office}`,
    sandbox: `http://127.0.0.1:${ports.sandbox}`,
    smtp: `smtp://127.0.0.1:${ports.smtp}`,
    phone: lanAddress === undefined ? portal : `http://${lanAddress}:${ports.portal}`,
    metrics: {
      public: `http://127.0.0.1:${ports.portalMetrics}/metrics`,
      office: `http://127.0.0.1:${ports.officeMetrics}/metrics`,
      worker: `http://127.0.0.1:${ports.workerMetrics}/metrics`,
    },
  }
}

function findLanAddress(): string | undefined {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .find(({ family, internal }) => family === 'IPv4' && !internal)?.address
}
