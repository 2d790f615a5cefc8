import { afterAll, beforeAll } from 'vitest'
import { answerConsultationItem } from '../../src/modules/consultation/answer-consultation.ts'
import { assignConsultationItem } from '../../src/modules/consultation/assign-consultation.ts'
import { referConsultationItem } from '../../src/modules/consultation/refer-consultation.ts'
import { transferConsultationItem } from '../../src/modules/consultation/transfer-consultation.ts'
import { ConsultationState } from '@xingtan/contract/consultation'
import type { OfficerActor } from '../../src/platform/actor.ts'
import { FOREIGN, HOME, type World, startWorld } from '../world.ts'
import { type Try, holdTable, officersOf } from './state-table.ts'

const CITY = '33009'

let world: World
beforeAll(async () => {
  world = await startWorld()
})
afterAll(() => world.stop())

const officer = officersOf(() => world)

/** Every state of each kind; who may handle it differs by kind (S-043). */
const ITEM_STATES = (['consultation', 'fraud'] as const).flatMap((kind) =>
  ConsultationState.options.map((state) => `${kind} ${state}` as const),
)

holdTable(
  'consultations',
  () => world,
  () => {
    const handlers = new Map<string, OfficerActor>()
    let consultationId = ''
    let items = 0
    const lay = async (kind: 'consultation' | 'fraud') => {
      items += 1
      const { crypto } = world.services.public
      const [row] = await world.rows(
        `insert into consultations (id, number, query_hash, kind, topic, agency_code, title, body_sealed, contact,
           name_sealed, phone_sealed, phone_index, submitted_at, due_on, due_provisional)
         values (gen_random_uuid(), $1, $2, $3, $4, $5, '演示事项', $6, 'phone', $7, $8, $9, app_now(),
           '2026-10-19', false) returning id`,
        [
          `Z99999999${String(items).padStart(4, '0')}`,
          Buffer.alloc(32, items),
          kind,
          kind === 'fraud' ? 'materials' : 'recognition',
          HOME,
          crypto.sealColumn('演示内容，请核对。'),
          crypto.sealColumn('林知夏'),
          crypto.sealColumn('19900000001'),
          crypto.blindIndex('phone', '19900000001'),
        ],
      )
      consultationId = String(row?.['id'])
    }
    const assign: Try = (by) => assignConsultationItem(world.as(by), { consultationId, userId: null })
    const kindOf = async () =>
      (await world.rows('select kind from consultations where id = $1', [consultationId]))[0]?.['kind']
    const answer: Try = async (by) => {
      const outcome = (await kindOf()) === 'fraud' ? 'opened' : 'explained'
      return answerConsultationItem(world.as(by), { consultationId, outcome, text: '已核对并答复申请人。', note: '' })
    }
    const arrange =
      (kind: 'consultation' | 'fraud', ...acts: readonly Try[]) =>
      async () => {
        await lay(kind)
        const by = handlers.get(kind)
        if (by === undefined) throw new Error('nobody handles it')
        for (const act of acts) await act(by)
      }
    return {
      states: ITEM_STATES,
      tables: ['consultations', 'consultation_events'],
      subject: { get: () => consultationId, set: (id) => void (consultationId = id) },
      who: async () => {
        const clerk = await officer(HOME, ['publicity'])
        const inspector = await officer(HOME, ['restrict'])
        handlers.set('consultation', clerk).set('fraud', inspector)
        return {
          clerk,
          inspector,
          reviewer: await officer(HOME, ['review']),
          city: await officer(CITY, ['publicity']),
          foreign: await officer(FOREIGN, ['publicity']),
        }
      },
      arrange: {
        'consultation received': arrange('consultation'),
        'consultation working': arrange('consultation', assign),
        'consultation answered': arrange('consultation', assign, answer),
        'fraud received': arrange('fraud'),
        'fraud working': arrange('fraud', assign),
        'fraud answered': arrange('fraud', assign, answer),
      },
      doors: {
        assign: 'consultation.assign',
        answer: 'consultation.answer',
        transfer: 'consultation.transfer',
        refer: 'consultation.refer',
      },
      acts: {
        assign,
        answer,
        transfer: (by) =>
          transferConsultationItem(world.as(by), { consultationId, agencyCode: CITY, reason: '属于市级受理范围。' }),
        refer: (by) =>
          referConsultationItem(world.as(by), { consultationId, kind: 'inspection', reference: '检查〔2026〕1号' }),
      },
      expected: {
        'consultation received': {
          assign: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          answer: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          transfer: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          refer: 'consultation.refer-kind request.not-found request.not-allowed request.not-found request.not-found',
        },
        'consultation working': {
          assign: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          answer: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          transfer: '✓ request.not-found request.not-allowed request.not-found request.not-found',
          refer: 'consultation.refer-kind request.not-found request.not-allowed request.not-found request.not-found',
        },
        'consultation answered': {
          assign: 'consultation.answered request.not-found request.not-allowed request.not-found request.not-found',
          answer: 'consultation.answered request.not-found request.not-allowed request.not-found request.not-found',
          transfer: 'consultation.answered request.not-found request.not-allowed request.not-found request.not-found',
          refer: 'consultation.refer-kind request.not-found request.not-allowed request.not-found request.not-found',
        },
        'fraud received': {
          assign: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          answer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          transfer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          refer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
        },
        'fraud working': {
          assign: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          answer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          transfer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
          refer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
        },
        'fraud answered': {
          assign: 'request.not-found consultation.answered request.not-allowed request.not-found request.not-found',
          answer: 'request.not-found consultation.answered request.not-allowed request.not-found request.not-found',
          transfer: 'request.not-found consultation.answered request.not-allowed request.not-found request.not-found',
          refer: 'request.not-found ✓ request.not-allowed request.not-found request.not-found',
        },
      },
    }
  },
)
