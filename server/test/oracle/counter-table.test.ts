import { afterAll, beforeAll } from 'vitest'
import { TicketState } from '@xingtan/contract/office/appointment'
import { ServiceState } from '@xingtan/contract/service'
import { callNext } from '../../src/modules/appointment/call-next.ts'
import {
  finishTicket,
  markAbsent,
  recallTicket,
  requeueTicket,
  skipTicket,
  transferTicket,
} from '../../src/modules/appointment/change-ticket.ts'
import { takeNumber } from '../../src/modules/appointment/take-number.ts'
import { answerCorrection } from '../../src/modules/service/answer-correction.ts'
import { askCorrection } from '../../src/modules/service/ask-correction.ts'
import { openRecovery } from '../../src/modules/service/open-recovery.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { type ArrangedCase, arrangeCase } from '../arrange-case.ts'
import { ownerOf } from '../online.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { type Try, holdTable, officersOf } from './state-table.ts'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const officer = officersOf(() => world)

/** The desks of three points, and one who reviews: in the order of the words below. */
async function layDesks() {
  const { home, other, foreign } = world.points
  return {
    desk: await officer(HOME, ['confirm'], { pointId: home }),
    'other point': await officer(HOME, ['confirm'], { pointId: other }),
    foreign: await officer(FOREIGN, ['confirm'], { pointId: foreign }),
    reviewer: await officer(HOME, ['review']),
  }
}

holdTable(
  'queue tickets',
  () => world,
  () => {
    let desk: OfficerActor
    let ticketId = ''
    let item: ArrangedCase
    const take = async () => {
      await takeNumber(world.as(desk), { text: item.registrationNumber, priorityReason: null })
      const [row] = await world.rows('select id from queue_tickets where application_id = $1', [item.id])
      ticketId = String(row?.['id'])
    }
    const after =
      (...acts: readonly Try[]) =>
      async () => {
        await take()
        for (const act of acts) await act(desk)
      }
    const call: Try = (by) => callNext(world.as(by), { desk: 1 })
    const skip: Try = (by) => skipTicket(world.as(by), { ticketId })
    const finish: Try = (by) => finishTicket(world.as(by), { ticketId })
    const absent: Try = (by) => markAbsent(world.as(by), { ticketId })
    return {
      states: TicketState.options,
      tables: ['queue_days', 'queue_tickets'],
      subject: { get: () => ticketId, set: (id) => void (ticketId = id) },
      who: async () => {
        await world.rows('update points set desk_count = 4')
        const desks = await layDesks()
        desk = desks.desk
        item = await arrangeCase(world, { step: 'submitted' })
        return desks
      },
      arrange: {
        waiting: take,
        called: after(call),
        skipped: after(call, skip),
        done: after(call, finish),
        absent: after(absent),
      },
      doors: {
        recall: 'appointment.recall-ticket',
        skip: 'appointment.skip-ticket',
        requeue: 'appointment.requeue-ticket',
        absent: 'appointment.mark-absent',
        finish: 'appointment.finish-ticket',
        transfer: 'appointment.transfer-ticket',
      },
      acts: {
        recall: (by) => recallTicket(world.as(by), { ticketId }),
        skip,
        requeue: (by) => requeueTicket(world.as(by), { ticketId }),
        absent,
        finish,
        transfer: (by) => transferTicket(world.as(by), { ticketId, desk: 2 }),
      },
      expected: {
        waiting: {
          recall: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          skip: '✓ request.not-found request.not-found request.not-allowed',
          requeue: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          absent: '✓ request.not-found request.not-found request.not-allowed',
          finish: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          transfer: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
        },
        called: {
          recall: '✓ request.not-found request.not-found request.not-allowed',
          skip: '✓ request.not-found request.not-found request.not-allowed',
          requeue: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          absent: '✓ request.not-found request.not-found request.not-allowed',
          finish: '✓ request.not-found request.not-found request.not-allowed',
          transfer: '✓ request.not-found request.not-found request.not-allowed',
        },
        skipped: {
          recall: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          skip: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          requeue: '✓ request.not-found request.not-found request.not-allowed',
          absent: '✓ request.not-found request.not-found request.not-allowed',
          finish: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
          transfer: 'appointment.ticket-changed request.not-found request.not-found request.not-allowed',
        },
        done: {
          recall: 'request.not-found request.not-found request.not-found request.not-allowed',
          skip: 'request.not-found request.not-found request.not-found request.not-allowed',
          requeue: 'request.not-found request.not-found request.not-found request.not-allowed',
          absent: 'request.not-found request.not-found request.not-found request.not-allowed',
          finish: 'request.not-found request.not-found request.not-found request.not-allowed',
          transfer: 'request.not-found request.not-found request.not-found request.not-allowed',
        },
        absent: {
          recall: 'request.not-found request.not-found request.not-found request.not-allowed',
          skip: 'request.not-found request.not-found request.not-found request.not-allowed',
          requeue: 'request.not-found request.not-found request.not-found request.not-allowed',
          absent: 'request.not-found request.not-found request.not-found request.not-allowed',
          finish: 'request.not-found request.not-found request.not-found request.not-allowed',
          transfer: 'request.not-found request.not-found request.not-found request.not-allowed',
        },
      },
    }
  },
)

/** Every state of both kinds; a correction is never objected to. */
const REQUEST_STATES = [
  ...ServiceState.options.map((state) => `phone-recovery ${state}` as const),
  ...ServiceState.exclude(['objected']).options.map((state) => `data-correction ${state}` as const),
]

holdTable(
  'requests of applicants',
  () => world,
  () => {
    let desk: OfficerActor
    let requestId = ''
    let item: ArrangedCase
    const answer =
      (outcome: 'done' | 'declined'): Try =>
      (by) =>
        answerCorrection(world.as(by), { requestId, outcome, answer: '已核对。', ethnicGroup: null })
    const ask = async () => {
      const wish = { applicationId: item.id, field: 'other', wish: '毕业院校有误。' } as const
      requestId = (await askCorrection(world.as(ownerOf(item)), wish)).requestId
    }
    const recover = (state: ServiceState) => async () => {
      const opened = await openRecovery(world.as(desk), {
        documentType: 'resident-id',
        documentNumber: item.documentNumber,
        name: item.name,
        newPhone: '13900007777',
        documentSeen: 'resident-id',
        isPersonPresent: true,
      })
      requestId = opened.requestId
      if (state === 'waiting') return
      await world.rows('update service_requests set state = $2, closed_at = app_now() where id = $1', [
        requestId,
        state,
      ])
    }
    const answered = (outcome: 'done' | 'declined') => async () => {
      await ask()
      await answer(outcome)(desk)
    }
    return {
      states: REQUEST_STATES,
      tables: ['service_requests', 'messages'],
      subject: { get: () => requestId, set: (id) => void (requestId = id) },
      who: async () => {
        const desks = await layDesks()
        desk = desks.desk
        item = await arrangeCase(world, { step: 'submitted' })
        await world.rows(
          `update accounts set real_name_state = 'proven', claimed_at = app_now(), lapses_at = null where id = $1`,
          [item.accountId],
        )
        return desks
      },
      arrange: {
        'phone-recovery waiting': recover('waiting'),
        'phone-recovery objected': recover('objected'),
        'phone-recovery done': recover('done'),
        'phone-recovery declined': recover('declined'),
        'data-correction waiting': ask,
        'data-correction done': answered('done'),
        'data-correction declined': answered('declined'),
      },
      doors: { grant: 'service.answer-correction', decline: 'service.answer-correction' },
      acts: { grant: answer('done'), decline: answer('declined') },
      expected: {
        'phone-recovery waiting': {
          grant: 'service.not-correction service.not-correction request.not-found request.not-allowed',
          decline: 'service.not-correction service.not-correction request.not-found request.not-allowed',
        },
        'phone-recovery objected': {
          grant: 'service.not-correction service.not-correction request.not-found request.not-allowed',
          decline: 'service.not-correction service.not-correction request.not-found request.not-allowed',
        },
        'phone-recovery done': {
          grant: 'service.not-correction service.not-correction request.not-found request.not-allowed',
          decline: 'service.not-correction service.not-correction request.not-found request.not-allowed',
        },
        'phone-recovery declined': {
          grant: 'service.not-correction service.not-correction request.not-found request.not-allowed',
          decline: 'service.not-correction service.not-correction request.not-found request.not-allowed',
        },
        'data-correction waiting': {
          grant: '✓ ✓ request.not-found request.not-allowed',
          decline: '✓ ✓ request.not-found request.not-allowed',
        },
        'data-correction done': {
          grant: 'service.closed service.closed request.not-found request.not-allowed',
          decline: 'service.closed service.closed request.not-found request.not-allowed',
        },
        'data-correction declined': {
          grant: 'service.closed service.closed request.not-found request.not-allowed',
          decline: 'service.closed service.closed request.not-found request.not-allowed',
        },
      },
    }
  },
)
