import { z } from 'zod'
import { AgencyCode } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Page, line } from '../field.ts'

/** What a training is about: policy and system for everybody, 现场确认, 证书打印, 注册贴粘贴. */
export const TrainingKind = z.enum(['policy', 'confirm', 'print', 'sticker'])
export type TrainingKind = z.infer<typeof TrainingKind>

export const TRAINING_KIND_TITLES: Readonly<Record<TrainingKind, string>> = {
  policy: '工作部署、政策学习和系统使用',
  confirm: '现场确认',
  print: '证书打印',
  sticker: '注册贴粘贴',
}

const Year = z.coerce.number().int().min(2010).max(2100)

const Session = z.strictObject({
  sessionId: Id,
  agencyName: z.string(),
  isOwn: z.boolean(),
  kinds: z.array(TrainingKind),
  topic: z.string(),
  heldFrom: Day,
  heldTo: Day,
  place: z.string(),
  head: z.string(),
  isWhole: z.boolean(),
  attendedCount: z.number().int(),
  withdrawnBecause: z.string().nullable(),
})
export type TrainingSession = z.infer<typeof Session>

/** Trainings of a year: of the own agency and of those above that asked it to attend. */
export const listTrainingsEndpoint = endpoint({
  name: 'training.list',
  face: 'office',
  method: 'GET',
  path: '/api/trainings',
  permission: 'training.record',
  input: z.strictObject({ year: Year.optional() }),
  output: z.strictObject({
    year: z.number().int(),
    agencyName: z.string(),
    /** No training of the whole province is on record this year (教资字〔2020〕1号 一(五)). */
    yearlyMissing: z.boolean(),
    hasBelow: z.boolean(),
    sessions: z.array(Session),
  }),
})

export const recordTrainingEndpoint = endpoint({
  name: 'training.record',
  face: 'office',
  method: 'POST',
  path: '/api/trainings',
  permission: 'training.record',
  input: z.strictObject({
    kinds: z.array(TrainingKind).min(1, { error: '请至少选择一种培训内容。' }).max(4),
    topic: line(100, '培训主题'),
    heldFrom: Day,
    heldTo: Day,
    place: line(100, '培训地点'),
    head: line(30, '负责人'),
    isWhole: z.boolean(),
  }),
  output: z.strictObject({ sessionId: Id }),
})

export const uploadTrainingMaterialEndpoint = endpoint({
  name: 'training.upload-material',
  face: 'office',
  method: 'POST',
  path: '/api/trainings/:sessionId/material',
  permission: 'training.record',
  body: 'file',
  input: z.strictObject({ sessionId: Id }),
  output: Done,
})

/** A training that was recorded by mistake counts no longer; it stays on record with the reason. */
export const withdrawTrainingEndpoint = endpoint({
  name: 'training.withdraw',
  face: 'office',
  method: 'POST',
  path: '/api/trainings/:sessionId/withdraw',
  permission: 'training.record',
  input: z.strictObject({ sessionId: Id, reason: line(200, '原因') }),
  output: Done,
})

const Attendant = z.strictObject({
  personId: Id,
  name: z.string(),
  agencyCode: AgencyCode,
  agencyName: z.string(),
  roles: z.array(z.string()),
  attended: z.boolean(),
})

/** One training with the people of the tree who work in the system, a hundred a page. */
export const getTrainingEndpoint = endpoint({
  name: 'training.get',
  face: 'office',
  method: 'GET',
  path: '/api/trainings/:sessionId',
  permission: 'training.record',
  input: z.strictObject({ sessionId: Id, show: z.enum(['all', 'attended', 'missing']).optional(), ...Page }),
  output: z.strictObject({
    session: Session,
    materialUrl: z.string().nullable(),
    people: z.array(Attendant),
    after: z.string().nullable(),
  }),
})

/** Ticks and unticks many at once. */
export const saveAttendanceEndpoint = endpoint({
  name: 'training.save-attendance',
  face: 'office',
  method: 'POST',
  path: '/api/trainings/:sessionId/attendance',
  permission: 'training.record',
  input: z.strictObject({
    sessionId: Id,
    attended: z.array(Id).max(500),
    absent: z.array(Id).max(500),
  }),
  output: z.strictObject({ changed: z.number().int() }),
})

/** The attendance list of a training as one sheet, text cells only. */
export const exportTrainingEndpoint = endpoint({
  name: 'training.export',
  face: 'office',
  method: 'GET',
  path: '/api/trainings/:sessionId/export',
  permission: 'training.record',
  input: z.strictObject({ sessionId: Id }),
  output: z.unknown(),
  reply: 'binary',
})

const BoardRow = z.strictObject({
  agencyCode: AgencyCode,
  agencyName: z.string(),
  sessions: z.number().int(),
  /** The training of the whole province is on record. */
  yearly: z.boolean(),
  people: z.number().int(),
  untrained: z.number().int(),
})
export type TrainingBoardRow = z.infer<typeof BoardRow>

/** Who below has trained in a year, and how many confirm and print users have no valid training today. */
export const getTrainingBoardEndpoint = endpoint({
  name: 'training.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/training-board',
  permission: 'training.record',
  input: z.strictObject({ year: Year.optional(), ...Page }),
  output: z.strictObject({
    year: z.number().int(),
    rows: z.array(BoardRow),
    after: z.string().nullable(),
  }),
})

/** Kinds of work of the asking officer for which no valid training is on record. */
export const getOwnTrainingEndpoint = endpoint({
  name: 'training.get-own',
  face: 'office',
  method: 'GET',
  path: '/api/my-training',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    missing: z.array(z.strictObject({ kind: TrainingKind, severity: z.enum(['block', 'warn']) })),
  }),
})
