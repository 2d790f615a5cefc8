import {
  CA_PATH,
  KEYS_PATH,
  OFFICERS_PATH,
  PIN_TRIES,
  SIGN_PATH,
  SignQuestion,
} from '@xingtan/contract/authority/key-middleware'
import type { SignRefusal } from '@xingtan/contract/authority/key-middleware'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Store } from '../store.ts'
import type { KeyRing } from './officers.ts'
import { signSm2 } from './sm2-key.ts'

export interface KeyMiddleware {
  readonly app: FastifyInstance
  readonly store: Store
  readonly ring: KeyRing
  /** The only site whose pages may use the keys, for example `http://office.localhost:8081`. */
  readonly officeOrigin: string
}

function refuse(reply: FastifyReply, status: number, refusal: SignRefusal) {
  return reply.code(status).send(refusal)
}

/** Answers the browser's CORS questions for the office site and turns every other page away. */
function admit(middleware: KeyMiddleware, request: FastifyRequest, reply: FastifyReply): boolean {
  void reply.header('vary', 'origin')
  if (request.headers.origin !== middleware.officeOrigin) return false
  void reply.headers({
    'access-control-allow-origin': middleware.officeOrigin,
    'access-control-allow-methods': 'GET, POST',
    'access-control-allow-headers': 'content-type',
    'access-control-allow-private-network': 'true',
  })
  return true
}

function isLocked(store: Store, serial: string): boolean {
  return (store.memory.wrongPins[serial] ?? 0) >= PIN_TRIES
}

function sign(middleware: KeyMiddleware, request: FastifyRequest, reply: FastifyReply) {
  const { store, ring } = middleware
  const question = SignQuestion.safeParse(parseJson(request.body))
  if (!question.success) return refuse(reply, 400, { error: 'bad-request' })
  const { serial, pin, challenge } = question.data
  const held = ring.keys.find(({ officer }) => officer.serial === serial)
  if (held === undefined) return refuse(reply, 404, { error: 'no-such-key' })
  if (isLocked(store, serial)) return refuse(reply, 423, { error: 'locked', triesLeft: 0 })
  if (pin !== held.officer.pin) {
    const wrong = (store.memory.wrongPins[serial] ?? 0) + 1
    store.memory.wrongPins[serial] = wrong
    store.save()
    if (wrong >= PIN_TRIES) return refuse(reply, 423, { error: 'locked', triesLeft: 0 })
    return refuse(reply, 403, { error: 'wrong-pin', triesLeft: PIN_TRIES - wrong })
  }
  delete store.memory.wrongPins[serial]
  store.save()
  const signature = signSm2(Buffer.from(challenge, 'base64url'), held.key)
  return reply.send({
    signature: Buffer.from(signature).toString('base64'),
    certificate: Buffer.from(held.certificate).toString('base64'),
  })
}

function parseJson(body: unknown): unknown {
  if (typeof body !== 'string') return undefined
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Stands in for the vendor's program on an officer's computer, and lists the demonstration officers. */
export function serveKeyMiddleware(middleware: KeyMiddleware): void {
  const { app, store, ring } = middleware
  for (const path of [KEYS_PATH, SIGN_PATH]) {
    app.options(path, (request, reply) => reply.code(admit(middleware, request, reply) ? 204 : 403).send())
  }
  app.get(KEYS_PATH, (request, reply) => {
    if (!admit(middleware, request, reply)) return refuse(reply, 403, { error: 'foreign-origin' })
    const keys = ring.keys.map(({ officer: { serial, holder, agencyName } }) => ({
      serial,
      holder,
      agencyName,
      locked: isLocked(store, serial),
    }))
    return reply.send({ keys })
  })
  app.post(SIGN_PATH, (request, reply) => {
    if (!admit(middleware, request, reply)) return refuse(reply, 403, { error: 'foreign-origin' })
    // A form post needs no CORS question; only JSON is taken, so that the browser always asks first.
    return sign(middleware, request, reply)
  })
  app.get(CA_PATH, (_request, reply) =>
    reply.type('application/pkix-cert').send(Buffer.from(ring.authorityCertificate)),
  )
  app.get(OFFICERS_PATH, (_request, reply) =>
    reply.send({ officers: ring.keys.map(({ officer }) => officer), revokedSerials: ring.revokedSerials }),
  )
}
