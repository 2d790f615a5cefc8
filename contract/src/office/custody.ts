import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, Page, line, lines } from '../field.ts'

/** 专用计算机、USB 密钥、存储介质 (ACC-12). */
export const CustodyKind = z.enum(['computer', 'usb-key', 'medium'])
export type CustodyKind = z.infer<typeof CustodyKind>

export const CUSTODY_KIND_TITLES: Readonly<Record<CustodyKind, string>> = {
  computer: '专用计算机',
  'usb-key': 'USB 密钥',
  medium: '存储介质',
}

/** Which items a list shows: `unkept` have nobody who keeps them, or somebody who has left. */
export const CustodyShow = z.enum(['unkept', 'retired'])
export type CustodyShow = z.infer<typeof CustodyShow>

export const CustodyItem = z.strictObject({
  itemId: Id,
  kind: CustodyKind,
  serial: z.string(),
  label: z.string(),
  agencyName: z.string(),
  /** Of the officer's own agency: others above only read it. */
  isOwn: z.boolean(),
  /** The term that runs; null without a keeper. */
  termId: Id.nullable(),
  keeperName: z.string().nullable(),
  /** The keeper has left: the item needs another one. */
  isKeeperGone: z.boolean(),
  heldFrom: Instant.nullable(),
  retiredOn: z.string().nullable(),
})
export type CustodyItem = z.infer<typeof CustodyItem>

/** Items of the own agency and of those below, by agency, kind and serial. */
export const listCustodyEndpoint = endpoint({
  name: 'custody.list',
  face: 'office',
  method: 'GET',
  path: '/api/custody-items',
  permission: 'custody.manage',
  input: z.strictObject({
    kind: CustodyKind.optional(),
    show: CustodyShow.optional(),
    agencyCode: AgencyCode.optional(),
    ...Page,
  }),
  output: z.strictObject({ rows: z.array(CustodyItem), after: z.string().nullable() }),
})

const CustodyTerm = z.strictObject({
  termId: Id,
  keeperName: z.string(),
  heldFrom: Instant,
  heldTo: Instant.nullable(),
  note: z.string(),
  recordedByName: z.string(),
})

/** An item with everybody who ever kept it, the newest first. */
export const getCustodyEndpoint = endpoint({
  name: 'custody.get',
  face: 'office',
  method: 'GET',
  path: '/api/custody-items/:itemId',
  permission: 'custody.manage',
  input: z.strictObject({ itemId: Id }),
  output: CustodyItem.extend({
    registeredByName: z.string(),
    registeredAt: Instant,
    retiredBecause: z.string().nullable(),
    terms: z.array(CustodyTerm),
  }),
})

/** People of the own agency who may keep an item. */
export const listKeepersEndpoint = endpoint({
  name: 'custody.list-keepers',
  face: 'office',
  method: 'GET',
  path: '/api/custody-keepers',
  permission: 'custody.manage',
  input: z.strictObject({}),
  output: z.strictObject({ keepers: z.array(z.strictObject({ personId: Id, name: z.string() })) }),
})

const Note = line(200, '说明')

export const registerCustodyEndpoint = endpoint({
  name: 'custody.register',
  face: 'office',
  method: 'POST',
  path: '/api/custody-items',
  permission: 'custody.manage',
  input: z.strictObject({
    kind: CustodyKind,
    serial: line(60, '编号'),
    label: line(60, '名称'),
    personId: z.uuid({ error: '请选择保管人。' }),
    note: Note,
  }),
  output: z.strictObject({ itemId: Id }),
})

/** Hands an item to another keeper; `termId` is the term that was seen, so that two cannot hand it on at once. */
export const assignCustodyEndpoint = endpoint({
  name: 'custody.assign',
  face: 'office',
  method: 'POST',
  path: '/api/custody-items/:itemId/assign',
  permission: 'custody.manage',
  input: z.strictObject({
    itemId: Id,
    termId: Id.nullable(),
    personId: z.uuid({ error: '请选择保管人。' }),
    note: Note,
  }),
  output: Done,
})

/** Takes an item out of use for good. */
export const retireCustodyEndpoint = endpoint({
  name: 'custody.retire',
  face: 'office',
  method: 'POST',
  path: '/api/custody-items/:itemId/retire',
  permission: 'custody.manage',
  input: z.strictObject({ itemId: Id, reason: line(200, '原因') }),
  output: Done,
})

const SecurityRegime = z.strictObject({
  year: z.int(),
  text: z.string(),
  scanUrl: z.string(),
  filedByName: z.string(),
  filedAt: Instant,
})
export type SecurityRegime = z.infer<typeof SecurityRegime>

/** 安全管理制度 of the own agency, every year that was filed, the newest first. */
export const getRegimeEndpoint = endpoint({
  name: 'custody.get-regime',
  face: 'office',
  method: 'GET',
  path: '/api/security-regimes',
  permission: 'custody.manage',
  input: z.strictObject({}),
  output: z.strictObject({ year: z.int(), isFiled: z.boolean(), regimes: z.array(SecurityRegime) }),
})

/** Files the regime of this year with its stamped scan: once. */
export const fileRegimeEndpoint = endpoint({
  name: 'custody.file-regime',
  face: 'office',
  method: 'POST',
  path: '/api/security-regimes',
  permission: 'custody.manage',
  body: 'file',
  input: z.strictObject({ text: lines(2000, '制度摘要').min(1, { error: '请填写制度摘要。' }) }),
  output: z.strictObject({ year: z.int() }),
})

export const CustodyBoardRow = z.strictObject({
  code: AgencyCode,
  name: z.string(),
  level: AgencyLevel,
  itemCount: z.int(),
  unkeptCount: z.int(),
  regimeFiledAt: Instant.nullable(),
})
export type CustodyBoardRow = z.infer<typeof CustodyBoardRow>

/** Every agency of the officer's tree: items, items without a keeper, regime of this year; `gap` leaves those in order out. */
export const getCustodyBoardEndpoint = endpoint({
  name: 'custody.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/custody-board',
  permission: 'custody.manage',
  input: z.strictObject({ show: z.literal('gap').optional(), ...Page }),
  output: z.strictObject({ year: z.int(), rows: z.array(CustodyBoardRow), after: z.string().nullable() }),
})
