import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { isIP } from 'node:net'
import { type Permission, isKeyNeeded } from '@xingtan/contract/endpoint'
import { KEY_PROOF_HEADER } from '@xingtan/contract/office/security'
import type { Actor } from './actor.ts'
import { appendAudit } from './audit.ts'
import { type Context, type RequestFacts, type Services, createContext } from './context.ts'
import { describeDevice } from './device.ts'
import type { BinaryReply, Binding, Wire } from './http-bind.ts'
import { parseInput, receiveInput } from './http-input.ts'
import { canonicalJson } from './canonical-json.ts'
import { Problem, problem } from './problem.ts'

export interface RouteOptions {
  readonly services: Services
  readonly sessionCookie: string
  readonly deviceCookie: string
  /** Whether cookies may be marked Secure: always, except in a demo without TLS on a bare address. */
  readonly secureCookies: boolean
  readonly authenticate: (ctx: Context, token: string | undefined) => Promise<Actor>
  readonly permits: (permission: Permission, actor: Actor) => boolean
}

const DEVICE_SECONDS = 2 * 365 * 86_400
const PATH_ID = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/
const KEY_PATTERN = /^[\w-]{16,80}$/

/** Serves every binding; a route without a binding does not exist (S-044). */
export function serveRoutes(app: FastifyInstance, bindings: readonly Binding[], options: RouteOptions): void {
  for (const binding of bindings) {
    app.route({
      method: binding.endpoint.method,
      url: binding.endpoint.path,
      handler: (request, reply) => answer(binding, options, request, reply),
    })
  }
}

async function answer(
  binding: Binding,
  options: RouteOptions,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const { endpoint } = binding
  const { services } = options
  const facts = factsOf(endpoint.name, request, deviceOf(request, reply, options), services)
  const nobody = createContext(services, { kind: 'nobody' }, facts)
  const actor = await options.authenticate(nobody, request.cookies[options.sessionCookie])
  try {
    if (!options.permits(endpoint.permission, actor)) {
      throw problem(actor.kind === 'nobody' ? 'request.sign-in-needed' : 'request.not-allowed')
    }
    // Files are taken in only from people who may send them.
    const received = await receiveInput(request, endpoint)
    const inputText = canonicalJson([
      received.value,
      received.file === undefined ? null : services.crypto.sm3(received.file).toString('hex'),
    ])
    const input = parseInput(endpoint, received.value)
    const wire: Wire = {
      file: received.file,
      setSession: (token) => setCookie(reply, options.sessionCookie, token, options),
      clearSession: () => {
        void reply.clearCookie(options.sessionCookie, cookieAttributes(options))
        void reply.header('clear-site-data', '"cache", "storage"')
      },
    }
    const proven = isKeyNeeded(endpoint, input) ? { keyProof: { hash: keyProofHashOf(request, services) } } : {}
    const output = await binding.handle(createContext(services, actor, { ...facts, inputText, ...proven }), input, wire)
    if (endpoint.reply === 'binary') return sendBinary(reply, output)
    return endpoint.output.parse(output)
  } catch (error) {
    await recordDenial(createContext(services, actor, facts), error)
    throw error
  }
}

function factsOf(endpointName: string, request: FastifyRequest, device: string, { crypto }: Services): RequestFacts {
  return {
    endpointName,
    correlationId: request.id,
    addressHash: crypto.mac('address', request.ip),
    address: addressOf(request.ip),
    deviceHash: crypto.hashToken(device),
    device: describeDevice(request.headers['user-agent']),
    idempotencyKey: idempotencyKeyOf(request),
    objectId: PATH_ID.exec(request.url.split('?')[0] ?? '')?.[0],
    inputText: '',
  }
}

/** The address as PostgreSQL reads it: an IPv4 peer of an IPv6 socket is an IPv4 peer, a zone is of no account. */
function addressOf(ip: string): string | null {
  const plain = ip.replace(/^::ffff:(?=\d+\.)/i, '').replace(/%.*$/, '')
  return isIP(plain) === 0 ? null : plain
}

function keyProofHashOf(request: FastifyRequest, { crypto }: Services): Buffer | undefined {
  const proof = request.headers[KEY_PROOF_HEADER]
  return typeof proof === 'string' && proof.length <= 100 ? crypto.hashToken(proof) : undefined
}

function deviceOf(request: FastifyRequest, reply: FastifyReply, options: RouteOptions): string {
  const known = request.cookies[options.deviceCookie]
  if (known !== undefined && known.length >= 40 && known.length <= 60) return known
  const made = options.services.crypto.randomToken(32)
  setCookie(reply, options.deviceCookie, made, options, DEVICE_SECONDS)
  return made
}

function setCookie(reply: FastifyReply, name: string, value: string, options: RouteOptions, maxAge?: number): void {
  void reply.setCookie(name, value, { ...cookieAttributes(options), ...(maxAge === undefined ? {} : { maxAge }) })
}

/** Out of reach of scripts and of other sites; the `__Host-` name forbids a domain (S-020). */
function cookieAttributes({ secureCookies }: RouteOptions) {
  return { path: '/', httpOnly: true, sameSite: 'strict', secure: secureCookies } as const
}

function idempotencyKeyOf(request: FastifyRequest): string | undefined {
  const key = request.headers['idempotency-key']
  return typeof key === 'string' && KEY_PATTERN.test(key) ? key : undefined
}

function isBinaryReply(output: unknown): output is BinaryReply {
  return typeof output === 'object' && output !== null && 'bytes' in output && 'mediaType' in output
}

function sendBinary(reply: FastifyReply, output: unknown): FastifyReply {
  if (!isBinaryReply(output)) throw new Error('a binary endpoint answered no file')
  return (
    reply
      .header('content-type', output.mediaType)
      .header('content-disposition', `inline; filename*=UTF-8''${encodeURIComponent(output.fileName)}`)
      .header('cache-control', 'private, no-store')
      // Files may hold lists of persons: no search engine keeps what is public for its days only (I-16).
      .header('x-robots-tag', 'noindex, noarchive')
      .send(output.bytes)
  )
}

const DENIALS = new Set(['request.not-allowed', 'request.not-found', 'case.row-not-found'])

/** Somebody signed in reached for what is not theirs, alone or in a batch: an event, in a transaction of its own (S-045, S-060). */
async function recordDenial(ctx: Context, error: unknown): Promise<void> {
  if (!(error instanceof Problem) || ctx.actor.kind === 'nobody' || ctx.actor.kind === 'system') return
  const [{ code }] = error.reasons
  if (!DENIALS.has(code)) return
  const { actor, request, crypto } = ctx
  await ctx.write((tx) =>
    appendAudit(tx, crypto, {
      event: request.endpointName,
      outcome: 'denied',
      actor,
      object: { kind: 'endpoint', id: request.endpointName, detail: { code } },
      correlationId: request.correlationId,
      addressHash: request.addressHash,
      deviceHash: request.deviceHash,
    }),
  )
}
