import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import {
  ACTIONS_BY_STATE,
  type AnyCaseAction,
  CASE_OFFICE_ROLES,
  type CaseEventKind,
  type CaseRole,
  foldState,
} from '@xingtan/domain/application'
import { arrangeCase } from '../arrange-case.ts'
import type { CaseStep } from '../case-wish.ts'
import { type World, startWorld } from '../world.ts'
import type { OfficerActor } from '../../src/platform/actor.ts'
import type { Context } from '../../src/platform/context.ts'
import { Problem } from '../../src/platform/problem.ts'
import { lockCases, stateOf } from '../../src/modules/case/index.ts'
import { confirmCase } from '../../src/modules/confirmation/confirm-case.ts'
import { refuseConfirmation } from '../../src/modules/confirmation/refuse-confirmation.ts'
import { requestVetting } from '../../src/modules/vetting/request-vetting.ts'
import { approveCase } from '../../src/modules/decision/approve-case.ts'
import { checkDiploma } from '../../src/modules/decision/check-diploma.ts'
import { refuseCase } from '../../src/modules/decision/refuse-case.ts'
import { returnCase } from '../../src/modules/decision/return-case.ts'
import { reviewCase } from '../../src/modules/decision/review-case.ts'

let world: World
const officers = new Map<CaseRole, OfficerActor>()
beforeAll(async () => {
  world = await startWorld()
  for (const role of CASE_OFFICE_ROLES) {
    const pointId = role === 'confirm' ? { pointId: world.points.home } : {}
    officers.set(role, await world.officer({ roles: [role], ...pointId }))
  }
})
afterAll(() => world.stop())

const JUDGEMENTS = ['identity-card', 'photo', 'hukou-book', 'exam-proof', 'signature'].map((code) => ({
  code,
  accepted: true,
  note: '原件相符',
}))
const MEDICAL = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '演示医院' }
const REASON = { code: 'false-material', note: null }

type Act = (ctx: Context, applicationId: string, version: number) => Promise<unknown>

const ACTS: Readonly<Partial<Record<AnyCaseAction, Act>>> = {
  confirm: (ctx, applicationId, version) =>
    confirmCase(ctx, { applicationId, version, judgements: JUDGEMENTS, medical: MEDICAL }),
  'refuse-confirmation': (ctx, applicationId, version) =>
    refuseConfirmation(ctx, { applicationId, version, reasons: [REASON] }),
  return: (ctx, applicationId, version) => returnCase(ctx, { applicationId, version, message: '请补充材料。' }),
  'request-vetting': (ctx, applicationId) => requestVetting(ctx, { applicationIds: [applicationId], kind: 'crime' }),
  review: (ctx, applicationId, version) =>
    reviewCase(ctx, { applicationId, version, opinion: 'fail', note: '材料存疑', reasons: [] }),
  approve: (ctx, applicationId, version) => approveCase(ctx, { applicationId, version }),
  refuse: (ctx, applicationId, version) => refuseCase(ctx, { applicationId, version, reasons: [REASON] }),
  'record-diploma': (ctx, applicationId, version) =>
    checkDiploma(ctx, { applicationId, version, certificateNumber: '103451202605000002' }),
}

/** A case in each state that is ready for every act its state allows. */
const STEP_OF_STATE: Readonly<Record<keyof typeof ACTIONS_BY_STATE, CaseStep>> = {
  'awaiting-confirmation': 'submitted',
  'confirmation-refused': 'confirmation-refused',
  'awaiting-approval': 'reviewed',
  recognised: 'recognised',
  'not-recognised': 'not-recognised',
  withdrawn: 'withdrawn',
}

const states = Object.keys(STEP_OF_STATE) as (keyof typeof ACTIONS_BY_STATE)[] // The keys of this very table.
const triples = states.flatMap((state) =>
  (Object.keys(ACTS) as AnyCaseAction[]) // As above.
    .flatMap((action) => CASE_OFFICE_ROLES.map((role) => [state, action, role] as const)),
)

function stepFor(state: keyof typeof ACTIONS_BY_STATE, action: AnyCaseAction): { step: CaseStep; isStudent?: boolean } {
  if (state === 'awaiting-approval' && action === 'request-vetting') return { step: 'confirmed' }
  if (state === 'awaiting-approval' && action === 'record-diploma') return { step: 'vetted', isStudent: true }
  return { step: STEP_OF_STATE[state] }
}

describe('every state, act and role (S-054)', () => {
  test.each(triples)('%s · %s · %s', async (state, action, role) => {
    const item = await arrangeCase(world, stepFor(state, action))
    const actor = officers.get(role)
    if (actor === undefined) throw new Error(role)
    const look = 'select version, status, confirmation, review, conclusion from applications where id = $1'
    const before = await world.rows(look, [item.id])
    const events = () =>
      world.rows('select kind from application_events where application_id = $1 order by seq', [item.id])
    const past = await events()
    const outcome = await ACTS[action]?.(world.as(actor, `test.${action}`), item.id, item.version).then(
      () => 'done',
      (error: unknown) => error,
    )
    const isAllowed = ACTIONS_BY_STATE[state][role].includes(action)
    if (isAllowed) {
      expect(outcome).toBe('done')
    } else {
      if (!(outcome instanceof Problem)) throw outcome
      expect(outcome.reasons).toHaveLength(1)
      expect(['case.not-now', 'vetting.row-not-now']).toContain(outcome.reasons[0].code)
      expect(await world.rows(look, [item.id])).toEqual(before)
      expect(await events()).toEqual(past)
    }
    // I-08: the state is the fold of the events, whatever happened.
    const [record] = await world.services.office.db.transaction({ agencyCode: '33075' }, (tx) =>
      lockCases(tx, [item.id]),
    )
    if (record === undefined) throw new Error('gone')
    const kinds = (await events()).map((row) => String(row['kind']) as CaseEventKind) // Names by the table's check.
    expect(foldState(kinds)).toBe(stateOf(record))
  })
})
