import { setTimeout as wait } from 'node:timers/promises'
import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import type { FaultMode, FaultTarget } from '@xingtan/contract/authority/sandbox-control'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { Store } from '../store.ts'
import type { World } from '../world.ts'
import { hang, misbehave } from './misbehave.ts'
import { hashNumber, isSigned } from './signature.ts'
import { toWrongPerson } from './wrong-person.ts'
import type { Answer } from './wrong-person.ts'

/** What every stand-in needs. */
export interface Sandbox {
  readonly app: FastifyInstance
  readonly clock: Clock
  readonly store: Store
  readonly world: World
  readonly sharedKey: string
  /** How long a bulk question waits before its answer is ready, in milliseconds. */
  readonly batchDelayMs: number
  /** How often each authority was asked since the start. */
  readonly calls: Map<FaultTarget, number>
}

export interface Service<Question> {
  readonly authority: AuthorityName
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly question: z.ZodType<Question>
  /** Undefined: nothing of this name is here (404). */
  readonly answer: (question: Question) => Answer | undefined
  /** Whether the person asked about is one for whom this source breaks down. */
  readonly isDown?: (question: Question) => boolean
}

function parseQuestion(request: FastifyRequest, body: string): unknown {
  if (request.method === 'GET') return { ...Object(request.query), ...Object(request.params) }
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** Counts one more question; the number of this one. */
export function countCall(calls: Map<FaultTarget, number>, target: FaultTarget): number {
  const callNumber = (calls.get(target) ?? 0) + 1
  calls.set(target, callNumber)
  return callNumber
}

/** Strikes `percent` of the calls, evenly spread: with 50, every second one. */
export function strikes(percent: number, callNumber: number): boolean {
  return Math.floor((callNumber * percent) / 100) > Math.floor(((callNumber - 1) * percent) / 100)
}

function isRefusalAtTheDoor(mode: FaultMode): mode is 'reset' | 'unavailable' | 'limited' | 'redirect' {
  return mode === 'reset' || mode === 'unavailable' || mode === 'limited' || mode === 'redirect'
}

async function answerWithFault<Question>(
  sandbox: Sandbox,
  service: Service<Question>,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<unknown> {
  const callNumber = countCall(sandbox.calls, service.authority)
  const body = typeof request.body === 'string' ? request.body : ''
  if (!isSigned(request, body, sandbox.sharedKey, sandbox.clock.now()))
    return reply.code(401).send({ error: 'unsigned' })
  const parsed = service.question.safeParse(parseQuestion(request, body))
  if (!parsed.success) return reply.code(400).send({ error: 'bad-question' })

  const fault = sandbox.store.memory.faults[service.authority]
  if (fault.latencyMs > 0) await wait(fault.latencyMs)
  const mode = strikes(fault.percent, callNumber) ? fault.mode : 'ok'
  if (service.isDown?.(parsed.data) === true) return misbehave('unavailable', request, reply, '')
  if (mode === 'slow') await hang(request)
  // A source that refuses or breaks at the door does nothing with the question: no message is sent, no batch kept.
  if (isRefusalAtTheDoor(mode)) return misbehave(mode, request, reply, '')
  const answer = service.answer(parsed.data)
  if (answer === undefined) return reply.code(404).send({ error: 'not-here' })
  if (mode === 'ok' || mode === 'slow') return reply.send(answer)
  if (mode === 'extra-fields') return reply.send({ ...answer, note: '<script>alert(1)</script>' })
  if (mode === 'wrong-person') return reply.send(toWrongPerson(answer, otherSubject(sandbox)))
  return misbehave(mode, request, reply, JSON.stringify(answer))
}

function otherSubject({ world, sharedKey }: Sandbox) {
  return (requestId: string) => {
    const [other] = world.list()
    return { name: other?.name ?? '', numberHash: hashNumber(sharedKey, requestId, `${other?.number ?? ''}other`) }
  }
}

/** Puts one service of an authority on the air: signed questions only, and the fault chosen for the authority. */
export function serve<Question>(sandbox: Sandbox, service: Service<Question>): void {
  sandbox.app.route({
    method: service.method,
    url: service.path,
    handler: (request, reply) => answerWithFault(sandbox, service, request, reply),
  })
}
