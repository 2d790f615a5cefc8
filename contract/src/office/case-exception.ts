import { z } from 'zod'
import { DocumentType } from '../document.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Phone, line } from '../field.ts'
import { CaseReason } from '../application.ts'
import { QualificationType } from '../qualification.ts'
import { RegionLevel } from '../region.ts'

/** Several lines a person writes: trimmed, within bounds. */
function words(min: number, max: number, title: string) {
  return z
    .string()
    .trim()
    .min(min, { error: `${title}至少写 ${min} 个字。` })
    .max(max, { error: `${title}不能超过 ${max} 个字。` })
}

const Versioned = { applicationId: Id, version: z.number().int() }

// ── hold ──

export const HoldReason = z.strictObject({
  code: z.string(),
  title: z.string(),
  stopsClock: z.boolean(),
  basis: z.string(),
})

export const listHoldReasonsEndpoint = endpoint({
  name: 'decision.list-hold-reasons',
  face: 'office',
  method: 'GET',
  path: '/api/hold-reasons',
  permission: 'decision.hold',
  input: z.strictObject({}),
  output: z.strictObject({ reasons: z.array(HoldReason) }),
})

/** 暂停办理 with reason; the clock stands still only for what 行政许可法 art. 45 names. */
export const holdCaseEndpoint = endpoint({
  name: 'decision.hold',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/hold',
  permission: 'decision.hold',
  input: z.strictObject({
    ...Versioned,
    reason: z.string().min(1, { error: '请选择暂停原因。' }).max(60),
    expectedDays: z
      .int({ error: '请填写 1 至 200 之间的工作日数。' })
      .min(1, { error: '请填写 1 至 200 之间的工作日数。' })
      .max(200, { error: '请填写 1 至 200 之间的工作日数。' })
      .nullable(),
    note: words(5, 300, '告知申请人的说明'),
  }),
  output: Done,
})

/** 恢复办理; answers the due day as it now is. */
export const resumeCaseEndpoint = endpoint({
  name: 'decision.resume',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/resume',
  permission: 'decision.hold',
  input: z.strictObject(Versioned),
  output: z.strictObject({ dueOn: Day.nullable() }),
})

// ── move ──

/** 移送: the old office proposes, naming the region in which the basis of the person lies. */
export const proposeMoveEndpoint = endpoint({
  name: 'decision.propose-move',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/move',
  permission: 'decision.move',
  input: z.strictObject({
    ...Versioned,
    toAgency: z.string().regex(/^\d{5}$/, { error: '请选择接收机构。' }),
    basisRegion: z.string().regex(/^\d{6}$/, { error: '请选择申请人所在地依据所在的地区。' }),
    reason: words(5, 300, '移送原因'),
  }),
  output: z.strictObject({ moveId: Id }),
})

/** Regions one level down with the agency that recognises this case's type there: where a case can be moved to. */
export const listMoveTargetsEndpoint = endpoint({
  name: 'decision.list-move-targets',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/move-targets',
  permission: 'decision.move',
  input: z.strictObject({
    applicationId: Id,
    parent: z
      .string()
      .regex(/^\d{6}$/)
      .optional(),
  }),
  output: z.strictObject({
    regions: z.array(
      z.strictObject({
        code: z.string(),
        name: z.string(),
        level: RegionLevel,
        agency: z.strictObject({ code: z.string(), name: z.string() }).nullable(),
      }),
    ),
  }),
})

export const CaseMove = z.strictObject({
  moveId: Id,
  applicationId: Id,
  registrationNumber: z.string().nullable(),
  qualificationType: QualificationType.nullable(),
  fromName: z.string(),
  toName: z.string(),
  reason: z.string(),
  proposedBy: z.string(),
  proposedAt: Instant,
  state: z.enum(['proposed', 'accepted', 'declined', 'recalled']),
  answer: z.string().nullable(),
})
export type CaseMove = z.infer<typeof CaseMove>

/** Cases that other offices ask this one to take, those this one asks others to take, and the points they can go to. */
export const listMovesEndpoint = endpoint({
  name: 'decision.list-moves',
  face: 'office',
  method: 'GET',
  path: '/api/moves',
  permission: 'decision.move',
  input: z.strictObject({}),
  output: z.strictObject({
    incoming: z.array(CaseMove),
    outgoing: z.array(CaseMove),
    points: z.array(z.strictObject({ pointId: Id, name: z.string() })),
  }),
})

/** The new office takes the case to one of its points, or says why not. */
export const answerMoveEndpoint = endpoint({
  name: 'decision.answer-move',
  face: 'office',
  method: 'POST',
  path: '/api/moves/:moveId/answer',
  permission: 'decision.move',
  input: z.discriminatedUnion('accept', [
    z.strictObject({ moveId: Id, accept: z.literal(true), pointId: z.uuid({ error: '请选择确认点。' }) }),
    z.strictObject({ moveId: Id, accept: z.literal(false), answer: words(5, 300, '不接收的原因') }),
  ]),
  output: Done,
})

/** The office that asked thinks better of it, as long as nobody has answered. */
export const recallMoveEndpoint = endpoint({
  name: 'decision.recall-move',
  face: 'office',
  method: 'POST',
  path: '/api/moves/:moveId/recall',
  permission: 'decision.move',
  input: z.strictObject({ moveId: Id, reason: words(5, 300, '撤回原因') }),
  output: Done,
})

// ── correction of a conclusion ──

/** First of the two persons who take a wrong conclusion back (DEC-5). */
export const proposeCorrectionEndpoint = endpoint({
  name: 'decision.propose-correction',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/correction',
  permission: 'decision.correct',
  input: z.strictObject({ ...Versioned, reason: words(10, 500, '更正原因') }),
  output: z.strictObject({ correctionId: Id }),
})

/** The second person agrees or not. */
export const answerCorrectionEndpoint = endpoint({
  name: 'decision.answer-correction',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/correction/answer',
  permission: 'decision.correct',
  needsKey: true,
  input: z.strictObject({
    ...Versioned,
    confirm: z.boolean({ error: '请选择是否同意更正。' }),
    answer: words(5, 500, '复核意见'),
  }),
  output: Done,
})

export const Correction = z.strictObject({
  correctionId: Id,
  kind: z.enum(['reopen', 'void']),
  state: z.enum(['proposed', 'confirmed', 'declined']),
  reason: z.string(),
  proposedBy: z.string(),
  /** The caller has proposed it. */
  isOwn: z.boolean(),
  proposedAt: Instant,
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
  answeredAt: Instant.nullable(),
  /** The conclusion it is about, as it was drawn. */
  decision: z.strictObject({
    conclusion: z.enum(['passed', 'failed']),
    decidedAt: Instant,
    decidedBy: z.string(),
    reasons: z.array(CaseReason),
    supersededAt: Instant.nullable(),
  }),
})
export type Correction = z.infer<typeof Correction>

/** All corrections of a case with the conclusions they took back: nothing is written over. */
export const listCorrectionsEndpoint = endpoint({
  name: 'decision.list-corrections',
  face: 'office',
  method: 'GET',
  path: '/api/cases/:applicationId/corrections',
  permission: 'case.read',
  input: z.strictObject({ applicationId: Id }),
  output: z.strictObject({ corrections: z.array(Correction) }),
})

/** Corrections of this office that wait for their second person, oldest first. */
export const listOpenCorrectionsEndpoint = endpoint({
  name: 'decision.list-open-corrections',
  face: 'office',
  method: 'GET',
  path: '/api/corrections',
  permission: 'decision.correct',
  input: z.strictObject({}),
  output: z.strictObject({
    corrections: z.array(
      z.strictObject({
        correctionId: Id,
        applicationId: Id,
        registrationNumber: z.string(),
        kind: z.enum(['reopen', 'void']),
        reason: z.string(),
        proposedBy: z.string(),
        proposedAt: Instant,
        /** The caller has proposed it: another person answers. */
        isOwn: z.boolean(),
      }),
    ),
  }),
})

// ── conflicts of interest ──

export const Relation = z.enum(['self', 'spouse', 'parent', 'child', 'sibling', 'in-law', 'other'], {
  error: '请选择与您的关系。',
})
export type Relation = z.infer<typeof Relation>
export const RELATION_TITLES: Readonly<Record<Relation, string>> = {
  self: '本人的其他证件',
  spouse: '配偶',
  parent: '父母',
  child: '子女',
  sibling: '兄弟姐妹',
  'in-law': '近姻亲',
  other: '其他应当回避的人员',
}

/** 回避申报: whose cases this officer must not handle (S-056). */
export const listRelationsEndpoint = endpoint({
  name: 'decision.list-relations',
  face: 'office',
  method: 'GET',
  path: '/api/relations',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    relations: z.array(
      z.strictObject({
        relationId: Id,
        relation: Relation,
        name: z.string(),
        maskedDocumentNumber: z.string(),
        hasPhone: z.boolean(),
        declaredAt: Instant,
      }),
    ),
  }),
})

export const declareRelationEndpoint = endpoint({
  name: 'decision.declare-relation',
  face: 'office',
  method: 'POST',
  path: '/api/relations',
  permission: 'office',
  input: z.strictObject({
    relation: Relation,
    name: line(40, '姓名'),
    documentType: DocumentType,
    documentNumber: line(30, '证件号码'),
    phone: Phone.nullable(),
  }),
  output: z.strictObject({ relationId: Id }),
})

export const removeRelationEndpoint = endpoint({
  name: 'decision.remove-relation',
  face: 'office',
  method: 'POST',
  path: '/api/relations/:relationId/remove',
  permission: 'office',
  input: z.strictObject({ relationId: Id }),
  output: Done,
})
