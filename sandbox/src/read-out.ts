import { Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import type { Clock } from './clock.ts'
import type { Store } from './store.ts'
import type { World } from './world.ts'

const PeopleQuery = z.object({
  scenario: Scenario.optional(),
  qualificationType: z.coerce.number().int().min(1).max(7).optional(),
  areaCode: z.string().optional(),
  /** `pending`: students whose diploma has not been issued. */
  diploma: z.literal('pending').optional(),
})
export type PeopleQuery = z.infer<typeof PeopleQuery>

/** People of whom all that is asked for holds. */
export function choosePeople(people: readonly SandboxPerson[], query: PeopleQuery): readonly SandboxPerson[] {
  return people.filter(
    (person) =>
      (query.scenario === undefined || person.scenario === query.scenario) &&
      (query.areaCode === undefined || person.areaCode === query.areaCode) &&
      (query.diploma === undefined || person.pendingDiploma !== null) &&
      (query.qualificationType === undefined ||
        person.proofs.some((proof) => proof.qualificationType === query.qualificationType)),
  )
}

/** What may be read out of the sandbox: its people and its inbox. */
export function serveReadOut(app: FastifyInstance, clock: Clock, store: Store, world: World): void {
  const { memory } = store
  app.get('/people.json', () => ({ today: clock.today(), people: world.list() }))
  app.get('/people', (request, reply) => {
    const query = PeopleQuery.safeParse(request.query)
    if (!query.success) return reply.code(400).send({ error: 'bad-query' })
    return reply.send({ today: clock.today(), people: choosePeople(world.list(), query.data) })
  })
  app.get('/inbox/sms', (request) => {
    const { phone } = z.object({ phone: z.string().optional() }).parse(request.query)
    return { messages: memory.sms.filter((message) => phone === undefined || message.phone === phone) }
  })
  app.get('/inbox/mail', (request) => {
    const { to } = z.object({ to: z.string().optional() }).parse(request.query)
    return { messages: memory.mails.filter((mail) => to === undefined || mail.to.includes(to)) }
  })
}
