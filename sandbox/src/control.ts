import { FaultTarget, SetFault } from '@xingtan/contract/authority/sandbox-control'
import type { Faults } from '@xingtan/contract/authority/sandbox-control'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { KeyRing } from './key/officers.ts'
import { noFaults } from './store.ts'
import type { Store } from './store.ts'
import type { World } from './world.ts'

export interface Controls {
  readonly app: FastifyInstance
  readonly store: Store
  readonly world: World
  readonly ring: KeyRing
  readonly calls: ReadonlyMap<FaultTarget, number>
}

const NumberParam = z.object({ number: z.string() })
const SerialParam = z.object({ serial: z.string() })

/** Fields of a form, or of a JSON body, whichever the caller sent. */
function readBody(request: FastifyRequest): unknown {
  const { body } = request
  if (typeof body !== 'string' || body === '') return {}
  if (request.headers['content-type']?.startsWith('application/x-www-form-urlencoded')) {
    const fields = Object.fromEntries(new URLSearchParams(body))
    const numbers = ['latencyMs', 'percent'].filter((name) => name in fields)
    const authority = fields['authority'] === '' ? null : fields['authority']
    return { ...fields, authority, ...Object.fromEntries(numbers.map((name) => [name, Number(fields[name])])) }
  }
  try {
    return JSON.parse(body)
  } catch {
    return undefined
  }
}

/** A person's browser goes back to the page it came from; a program gets the outcome. */
function finish(request: FastifyRequest, reply: FastifyReply, outcome: unknown) {
  if (request.headers.accept?.includes('text/html')) {
    const from = URL.parse(request.headers.referer ?? '')
    return reply.redirect(from?.host === request.headers.host ? `${from?.pathname}${from?.search}` : '/', 303)
  }
  return reply.send(outcome)
}

function setFault(faults: Faults, change: SetFault): void {
  const { authority, ...given } = change
  if (authority === null) {
    Object.assign(faults, noFaults())
    return
  }
  faults[authority] = {
    mode: given.mode ?? faults[authority].mode,
    latencyMs: given.latencyMs ?? faults[authority].latencyMs,
    percent: given.percent ?? faults[authority].percent,
  }
}

/** Switches of the sandbox: faults, diplomas, locked keys, and emptying the inbox. The page uses the same ones. */
export function serveControls({ app, store, world, ring, calls }: Controls): void {
  const { memory, save } = store
  // Other sites' pages may not press these switches; programs send no origin.
  app.addHook('onRequest', async (request, reply) => {
    const { origin, host } = request.headers
    const isSwitch = request.url.startsWith('/control/') || request.url.startsWith('/inbox')
    if (!isSwitch || request.method === 'GET' || origin === undefined || origin === `http://${host}`) return undefined
    return reply.code(403).send({ error: 'foreign-origin' })
  })
  app.get('/control/faults', () => memory.faults)
  app.get('/control/calls', () => Object.fromEntries(FaultTarget.options.map((name) => [name, calls.get(name) ?? 0])))
  app.post('/control/faults', (request, reply) => {
    const change = SetFault.safeParse(readBody(request))
    if (!change.success) return reply.code(400).send({ error: 'bad-fault' })
    setFault(memory.faults, change.data)
    save()
    return finish(request, reply, memory.faults)
  })
  app.post('/control/people/:number/diploma', (request, reply) => {
    const { number } = NumberParam.parse(request.params)
    if (!world.issueDiploma(number)) return reply.code(404).send({ error: 'no-pending-diploma' })
    return finish(request, reply, world.find(number))
  })
  app.post('/control/keys/:serial/unlock', (request, reply) => {
    const { serial } = SerialParam.parse(request.params)
    if (!ring.keys.some(({ officer }) => officer.serial === serial)) {
      return reply.code(404).send({ error: 'no-such-key' })
    }
    delete memory.wrongPins[serial]
    save()
    return finish(request, reply, { serial, locked: false })
  })
  const emptyInbox = (request: FastifyRequest, reply: FastifyReply) => {
    memory.sms.length = 0
    memory.mails.length = 0
    save()
    return finish(request, reply, { done: true })
  }
  app.delete('/inbox', emptyInbox)
  app.post('/inbox/empty', emptyInbox)
}
