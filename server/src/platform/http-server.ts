import { randomUUID } from 'node:crypto'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyError, type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import { monotonicMs } from './clock.ts'
import { isOutage } from './database-error.ts'
import { UnknownCommit } from './db.ts'
import { StorageFull } from './file-store.ts'
import { createConnectionErrorHandler } from './http-connection-error.ts'
import { commonHeaders } from './http-headers.ts'
import type { Log } from './log.ts'
import { Overloaded } from './password-hash.ts'
import { Problem, problem, problemForSeconds, toProblemDocument } from './problem.ts'

export interface HttpOptions {
  readonly log: Log
  /** Origins this face answers for; a POST from anywhere else is refused (S-093). */
  readonly origins: readonly string[]
  readonly connect: readonly string[]
  readonly trustedHops: number
  readonly observe: (route: string, status: number, seconds: number) => void
}

const CLOSING_SECONDS = 5
const startedAt = new WeakMap<FastifyRequest, number>()

/** A Fastify instance with everything every route shares: headers, origin check, refusals, access log without addresses. */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const headers = commonHeaders({
    https: options.origins.every((origin) => origin.startsWith('https:')),
    connect: options.connect,
  })
  const app = createInstance(options, headers)
  // Stop leaves running requests their time and turns new ones away.
  let isClosing = false
  app.addHook('preClose', async () => {
    isClosing = true
  })
  await app.register(cookie)
  await app.register(multipart, {
    limits: { fileSize: 5 * 1024 * 1024, files: 1, fields: 14, fieldSize: 2000, parts: 16 },
  })
  app.addHook('onRequest', async (request, reply) => {
    startedAt.set(request, monotonicMs())
    void reply.headers(headers)
    if (request.url.startsWith('/api/')) void reply.header('cache-control', 'no-store')
    if (isClosing) throw problemForSeconds('request.busy', CLOSING_SECONDS)
    refuseForeignOrigin(request, options.origins)
  })
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'unknown'
    const seconds = (monotonicMs() - (startedAt.get(request) ?? monotonicMs())) / 1000
    options.observe(route, reply.statusCode, seconds)
    // The route pattern, never the address: addresses may hold what a person typed (S-125).
    options.log.info(
      { route, method: request.method, status: reply.statusCode, ms: Math.round(seconds * 1000), id: request.id },
      'http.answered',
    )
  })
  app.setErrorHandler((error: FastifyError | Error, request, reply) =>
    sendProblem(toProblem(error, options.log, request), request, reply),
  )
  app.setNotFoundHandler((request, reply) => sendProblem(problem('request.not-found'), request, reply))
  return app
}

function createInstance(options: HttpOptions, headers: Readonly<Record<string, string>>): FastifyInstance {
  return fastify({
    logger: false,
    trustProxy: (_address: string, hop: number) => hop < options.trustedHops,
    genReqId: () => randomUUID(),
    bodyLimit: 256 * 1024,
    requestTimeout: 30_000,
    connectionTimeout: 60_000,
    forceCloseConnections: 'idle',
    // Answered below, with the headers and the sentence of every other refusal.
    return503OnClosing: false,
    exposeHeadRoutes: false,
    routerOptions: { maxParamLength: 200 },
    clientErrorHandler: createConnectionErrorHandler(headers),
    // Addresses the router cannot read never reach a hook; Fastify's own answer would quote them.
    frameworkErrors: (_error, request, reply) => {
      void sendProblem(problem('request.malformed'), request, reply.headers(headers))
    },
  })
}

const SAFE_METHODS = new Set(['GET', 'HEAD'])

function refuseForeignOrigin(request: FastifyRequest, origins: readonly string[]): void {
  const hosts = origins.map((origin) => new URL(origin).host)
  if (!hosts.includes(request.host)) throw problem('request.wrong-origin')
  if (SAFE_METHODS.has(request.method)) return
  const origin = request.headers.origin
  const site = request.headers['sec-fetch-site']
  const ownPage = origin !== undefined && origins.includes(origin) && new URL(origin).host === request.host
  if (!ownPage || (site !== undefined && site !== 'same-origin') || request.headers['x-requested-with'] !== 'xingtan') {
    throw problem('request.wrong-origin')
  }
}

function sendProblem(stopped: Problem, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const document = toProblemDocument(stopped, request.id)
  if (document.retryAfterSeconds !== undefined) void reply.header('retry-after', String(document.retryAfterSeconds))
  void reply.header('cache-control', 'no-store')
  return reply.status(document.status).type('application/problem+json; charset=utf-8').send(document)
}

/** Every way a request can fail, as a refusal; what nobody foresaw is a 500 that tells nothing but an id (S-126). */
function toProblem(error: FastifyError | Error, log: Log, request: FastifyRequest): Problem {
  if (error instanceof Problem) return error
  if (error instanceof Overloaded) return problemForSeconds('request.busy', 2)
  if (error instanceof StorageFull) return problem('file.storage-full')
  if (error instanceof UnknownCommit || isOutage(error)) {
    log.warn({ err: error, id: request.id }, 'http.database-away')
    return problemForSeconds('request.busy', 3)
  }
  const status = 'statusCode' in error ? error.statusCode : undefined
  if (status === 413) return problem('request.too-large')
  if (status === 404) return problem('request.not-found')
  if (status !== undefined && status >= 400 && status < 500) return problem('request.malformed')
  log.error({ err: error, id: request.id }, 'http.failed')
  return problem('request.failed')
}
