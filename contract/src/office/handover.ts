import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line, lines } from '../field.ts'
import { OfficeRole } from './session.ts'

/** Why a post is handed over. */
export const HandoverCause = z.enum(['leaving', 'post-change'])
export type HandoverCause = z.infer<typeof HandoverCause>

export const HANDOVER_CAUSE_TITLES: Readonly<Record<HandoverCause, string>> = {
  leaving: '离岗',
  'post-change': '岗位调整',
}

export const HandoverState = z.enum(['open', 'closed', 'cancelled'])
export type HandoverState = z.infer<typeof HandoverState>

export const HANDOVER_STATE_TITLES: Readonly<Record<HandoverState, string>> = {
  open: '待签收',
  closed: '已办结',
  cancelled: '已撤销',
}

const HandoverRow = z.strictObject({
  handoverId: Id,
  agencyName: z.string(),
  giverName: z.string(),
  receiverName: z.string(),
  cause: HandoverCause,
  state: HandoverState,
  /** Open after its last day. */
  isLate: z.boolean(),
  dueOn: Day,
  openedAt: Instant,
})
export type HandoverRow = z.infer<typeof HandoverRow>

/** 交接清单 of the own agency and of those below; the newest first. */
export const listHandoversEndpoint = endpoint({
  name: 'handover.list',
  face: 'office',
  method: 'GET',
  path: '/api/handovers',
  permission: 'staff.manage',
  input: z.strictObject({ show: z.enum(['open', 'late', 'closed', 'cancelled']).optional(), ...Page }),
  output: z.strictObject({ rows: z.array(HandoverRow), after: z.string().nullable() }),
})

/** Those in which the officer hands over or takes over, the newest first, at most fifty. */
export const listOwnHandoversEndpoint = endpoint({
  name: 'handover.list-own',
  face: 'office',
  method: 'GET',
  path: '/api/own-handovers',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({ rows: z.array(HandoverRow) }),
})

const MissingRow = z.strictObject({
  personId: Id,
  name: z.string(),
  agencyName: z.string(),
  leftAt: Instant,
})
export type MissingHandover = z.infer<typeof MissingRow>

/** People of the tree who have left without any 交接清单, the longest gone first. */
export const listMissingHandoversEndpoint = endpoint({
  name: 'handover.list-missing',
  face: 'office',
  method: 'GET',
  path: '/api/missing-handovers',
  permission: 'staff.manage',
  input: z.strictObject(Page),
  output: z.strictObject({ rows: z.array(MissingRow), after: z.string().nullable() }),
})

const HandoverParty = z.strictObject({
  userId: Id,
  name: z.string(),
  username: z.string(),
  roles: z.array(OfficeRole),
  /** Disabled: may hand over by the 用户管理, and takes nothing over. */
  isGone: z.boolean(),
})
export type HandoverParty = z.infer<typeof HandoverParty>

/** Users of the own agency, for the two sides. */
export const listHandoverPartiesEndpoint = endpoint({
  name: 'handover.list-parties',
  face: 'office',
  method: 'GET',
  path: '/api/handover-parties',
  permission: 'staff.manage',
  input: z.strictObject({}),
  output: z.strictObject({ parties: z.array(HandoverParty) }),
})

export const HandoverItem = z.strictObject({ title: z.string(), lines: z.array(z.string()) })
export type HandoverItem = z.infer<typeof HandoverItem>

/** What the officer may do about it now. */
export const HandoverAct = z.enum(['edit', 'sign-giver', 'sign-receiver', 'sign-in-place', 'cancel'])
export type HandoverAct = z.infer<typeof HandoverAct>

export const HandoverView = HandoverRow.extend({
  version: z.int(),
  items: z.array(HandoverItem),
  remarks: z.string(),
  /** SM3 of the whole text: what a signature is given for. */
  textHash: z.string(),
  openedByName: z.string(),
  closedAt: Instant.nullable(),
  cancelledBecause: z.string().nullable(),
  signatures: z.array(
    z.strictObject({
      side: z.enum(['giver', 'receiver']),
      name: z.string(),
      inPlaceBecause: z.string().nullable(),
      keySerial: z.string(),
      signedAt: Instant,
    }),
  ),
  acts: z.array(HandoverAct),
})
export type HandoverView = z.infer<typeof HandoverView>

export const getHandoverEndpoint = endpoint({
  name: 'handover.get',
  face: 'office',
  method: 'GET',
  path: '/api/handovers/:handoverId',
  permission: 'office',
  input: z.strictObject({ handoverId: Id }),
  output: HandoverView,
})

const Remarks = lines(1000, '交接说明')

/** Opens a list: what is handed over is assembled from what the system knows. */
export const openHandoverEndpoint = endpoint({
  name: 'handover.open',
  face: 'office',
  method: 'POST',
  path: '/api/handovers',
  permission: 'staff.manage',
  input: z.strictObject({
    giverUserId: z.uuid({ error: '请选择移交人。' }),
    receiverUserId: z.uuid({ error: '请选择接收人。' }),
    cause: HandoverCause,
    dueOn: Day,
    remarks: Remarks,
  }),
  output: z.strictObject({ handoverId: Id }),
})

/** Before the first signature: other remarks, and the list assembled anew. */
export const reviseHandoverEndpoint = endpoint({
  name: 'handover.revise',
  face: 'office',
  method: 'POST',
  path: '/api/handovers/:handoverId/revise',
  permission: 'office',
  input: z.strictObject({ handoverId: Id, version: z.int(), remarks: Remarks }),
  output: z.strictObject({ version: z.int() }),
})

/** One side signs the whole text with the own key; the second signature closes the list. */
export const signHandoverEndpoint = endpoint({
  name: 'handover.sign',
  face: 'office',
  method: 'POST',
  path: '/api/handovers/:handoverId/sign',
  permission: 'office',
  needsKey: true,
  input: z.strictObject({
    handoverId: Id,
    textHash: z.string().regex(/^[0-9a-f]{64}$/),
    /** Why the 用户管理 signs for a giver who can sign no more; null for one's own signature. */
    inPlaceBecause: line(200, '代办原因').nullable(),
  }),
  output: z.strictObject({ state: HandoverState }),
})

export const cancelHandoverEndpoint = endpoint({
  name: 'handover.cancel',
  face: 'office',
  method: 'POST',
  path: '/api/handovers/:handoverId/cancel',
  permission: 'staff.manage',
  input: z.strictObject({ handoverId: Id, reason: line(200, '原因') }),
  output: Done,
})
