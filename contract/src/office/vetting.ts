import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, line } from '../field.ts'
import { CaseRow } from './case.ts'

export const VettingKind = z.enum(['crime', 'offence'])
export type VettingKind = z.infer<typeof VettingKind>

/** By the exchange, or by a file that an officer carries out and back. */
export const VettingWay = z.enum(['api', 'file'])
export type VettingWay = z.infer<typeof VettingWay>

export const VETTING_WAY_TITLES: Readonly<Record<VettingWay, string>> = { api: '接口', file: '文件' }

export const PoliceOffice = z.strictObject({
  policeOfficeId: Id,
  name: z.string(),
  way: VettingWay,
  /** Beginnings of the area codes whose registered residents it answers for; none: everybody else. */
  areaCodes: z.array(z.string()),
})
export type PoliceOffice = z.infer<typeof PoliceOffice>

/** Police offices the agency asks, as they hold today. */
export const listPoliceOfficesEndpoint = endpoint({
  name: 'vetting.list-police-offices',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/police-offices',
  permission: 'vetting.run',
  input: z.strictObject({}),
  output: z.strictObject({ offices: z.array(PoliceOffice) }),
})

export const addPoliceOfficeEndpoint = endpoint({
  name: 'vetting.add-police-office',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/police-offices',
  permission: 'vetting.run',
  input: z.strictObject({
    name: line(60, '公安机关名称').min(2, { error: '公安机关名称至少 2 个字。' }),
    way: VettingWay,
    areaCodes: z
      .array(z.string().regex(/^(\d\d){1,3}$/, { error: '区划代码应为 2、4 或 6 位数字，例如 330802。' }))
      .max(60, { error: '区划代码最多 60 个。' }),
  }),
  output: z.strictObject({ policeOfficeId: Id }),
})

/** Nothing new goes to it from now on; batches that are out come back. */
export const endPoliceOfficeEndpoint = endpoint({
  name: 'vetting.end-police-office',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/police-offices/:policeOfficeId/end',
  permission: 'vetting.run',
  input: z.strictObject({ policeOfficeId: Id }),
  output: Done,
})

const StartedBatches = z.strictObject({
  batches: z.array(
    z.strictObject({ batchId: Id, count: z.number().int(), way: VettingWay, policeOfficeName: z.string().nullable() }),
  ),
  count: z.number().int(),
})

/** Starts the checks of these cases, a batch for each police office (DEC-1, DEC-2). All cases or none (S-060). */
export const requestVettingEndpoint = endpoint({
  name: 'vetting.request',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/batches',
  permission: 'vetting.run',
  input: z.strictObject({ applicationIds: z.array(Id).min(1).max(500), kind: VettingKind }),
  output: StartedBatches,
})

/** Asks again for every case of the agency whose answer has grown too old, at most 500 at a time (S-155). */
export const requestStaleVettingEndpoint = endpoint({
  name: 'vetting.request-stale',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/stale',
  permission: 'vetting.run',
  input: z.strictObject({ kind: VettingKind }),
  output: StartedBatches,
})

export const VettingBatch = z.strictObject({
  batchId: Id,
  kind: VettingKind,
  way: VettingWay,
  policeOfficeName: z.string().nullable(),
  requestedAt: Instant,
  count: z.number().int(),
  answered: z.number().int(),
  hits: z.number().int(),
  state: z.enum(['waiting', 'sent', 'answered', 'failed']),
})
export type VettingBatch = z.infer<typeof VettingBatch>

export const PendingVetting = z.strictObject({
  row: CaseRow,
  /** Never asked, asked without result, or answered too long ago. */
  why: z.enum(['missing', 'error', 'stale']),
  /** Whole days since the confirmation or the last answer. */
  days: z.number().int(),
  /** Who would be asked; null where the agency has named nobody. */
  policeOfficeName: z.string().nullable(),
  /** Persons with documents of Hong Kong, Macao or Taiwan prove it by paper. */
  needsPaper: z.boolean(),
})
export type PendingVetting = z.infer<typeof PendingVetting>

export const listVettingBatchesEndpoint = endpoint({
  name: 'vetting.list-batches',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/batches',
  permission: 'vetting.run',
  input: z.strictObject({}),
  output: z.strictObject({ batches: z.array(VettingBatch) }),
})

/** Cases of the agency whose check of this kind is missing, without result or too old: the most pressing five hundred. */
export const listPendingVettingEndpoint = endpoint({
  name: 'vetting.list-pending',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/pending',
  permission: 'vetting.run',
  input: z.strictObject({ kind: VettingKind }),
  output: z.strictObject({ rows: z.array(PendingVetting) }),
})

/** One batch: who is in it and how far it has come, never what was found. */
export const getVettingBatchEndpoint = endpoint({
  name: 'vetting.get-batch',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/batches/:batchId',
  permission: 'vetting.run',
  input: z.strictObject({ batchId: Id }),
  output: z.strictObject({
    batch: VettingBatch,
    people: z.array(
      z.strictObject({ applicationId: Id, registrationNumber: z.string(), name: z.string(), isAnswered: z.boolean() }),
    ),
    exports: z.array(
      z.strictObject({
        exportId: Id,
        purpose: z.string(),
        watermark: z.string(),
        by: z.string(),
        exportedAt: Instant,
        expiresAt: Instant,
        /** Only who made it may take it, until it runs out. */
        isOpen: z.boolean(),
      }),
    ),
    answerFiles: z.array(
      z.strictObject({
        answerFileId: Id,
        rowCount: z.number().int(),
        matched: z.number().int(),
        mismatched: z.number().int(),
        by: z.string(),
        importedAt: Instant,
      }),
    ),
  }),
})

/** Asks for the list of a batch as a file; it may be taken for 24 hours, by the one who asked. */
export const exportVettingEndpoint = endpoint({
  name: 'vetting.export',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/batches/:batchId/exports',
  permission: 'vetting.run',
  input: z.strictObject({ batchId: Id, purpose: line(60, '导出用途') }),
  output: z.strictObject({ exportId: Id, expiresAt: Instant }),
})

export const getVettingExportEndpoint = endpoint({
  name: 'vetting.get-export',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/exports/:exportId',
  permission: 'vetting.run',
  input: z.strictObject({ exportId: Id }),
  output: z.unknown(),
  reply: 'binary',
})

/** Takes the answer file of a police office; a dry run says what each row would do. */
export const importVettingEndpoint = endpoint({
  name: 'vetting.import',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/batches/:batchId/answers',
  permission: 'vetting.run',
  body: 'file',
  input: z.strictObject({ batchId: Id, dryRun: z.enum(['true', 'false']) }),
  output: z.strictObject({
    rowCount: z.number().int(),
    matched: z.number().int(),
    mismatched: z.number().int(),
    /** People of the batch who still wait and are not in the file. */
    missing: z.number().int(),
    invalid: z.number().int(),
    /** As the spreadsheet counts; never what a row says of a person. */
    rows: z.array(
      z.strictObject({
        row: z.number().int(),
        outcome: z.enum(['matched', 'mismatch', 'invalid']),
        sentence: z.string(),
      }),
    ),
    isDone: z.boolean(),
  }),
})

export const MismatchKind = z.enum([
  'unknown-id',
  'hash-differs',
  'name-differs',
  'answered-twice',
  'answered-before',
  'missing',
])
export type MismatchKind = z.infer<typeof MismatchKind>

export const MISMATCH_TITLES: Readonly<Record<MismatchKind, string>> = {
  'unknown-id': '核查编号不在本批次中',
  'hash-differs': '校验码与证件号码不符',
  'name-differs': '姓名与申请不一致',
  'answered-twice': '同一人在文件中出现多次',
  'answered-before': '此前已有结果',
  missing: '返回文件中没有此人',
}

export const VettingMismatch = z.strictObject({
  mismatchId: Id,
  batchId: Id,
  kind: MismatchKind,
  row: z.number().int().nullable(),
  /** The case the row claims to be about; null when it claims none of ours. */
  registrationNumber: z.string().nullable(),
  name: z.string().nullable(),
  policeOfficeName: z.string().nullable(),
  importedAt: Instant,
})
export type VettingMismatch = z.infer<typeof VettingMismatch>

export const listVettingMismatchesEndpoint = endpoint({
  name: 'vetting.list-mismatches',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/mismatches',
  permission: 'vetting.run',
  input: z.strictObject(Page),
  output: z.strictObject({ rows: z.array(VettingMismatch), after: z.string().nullable() }),
})

/** Lays a row aside with what was found out; it never becomes an answer. */
export const settleVettingMismatchEndpoint = endpoint({
  name: 'vetting.settle-mismatch',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/mismatches/:mismatchId/settle',
  permission: 'vetting.run',
  input: z.strictObject({ mismatchId: Id, note: line(200, '处理情况') }),
  output: Done,
})

export const PaperKind = z.enum(['hongkong', 'macao', 'taiwan', 'exception'])
export type PaperKind = z.infer<typeof PaperKind>

export const PAPER_KIND_TITLES: Readonly<Record<PaperKind, string>> = {
  hongkong: '香港出具的无犯罪记录证明',
  macao: '澳门出具的无犯罪记录证明',
  taiwan: '台湾出具的无犯罪记录证明',
  exception: '其他无犯罪记录证明（例外）',
}

/** Records a no-crime proof on paper, with its scan; another person verifies it (DEC-1). */
export const recordPaperEndpoint = endpoint({
  name: 'vetting.record-paper',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/papers',
  permission: 'vetting.run',
  body: 'file',
  input: z.strictObject({
    applicationId: Id,
    kind: PaperKind,
    issuer: line(80, '出具机关'),
    number: line(60, '证明编号'),
    issuedOn: Day,
    /** Why a paper stands in for the exchange, where the person is not of Hong Kong, Macao or Taiwan; else empty. */
    reason: z.string().trim().max(200, { error: '例外原因不能超过 200 个字。' }),
  }),
  output: z.strictObject({ paperId: Id, validUntil: Day }),
})

export const VettingPaper = z.strictObject({
  paperId: Id,
  applicationId: Id,
  registrationNumber: z.string(),
  name: z.string(),
  kind: PaperKind,
  issuedOn: Day,
  validUntil: Day,
  state: z.enum(['recorded', 'verified', 'rejected']),
  recordedBy: z.string(),
  recordedAt: Instant,
  verifiedBy: z.string().nullable(),
  /** Recorded by oneself: somebody else has to look. */
  isOwn: z.boolean(),
})
export type VettingPaper = z.infer<typeof VettingPaper>

/** Papers that wait for the second person first, then the newest fifty of the others. */
export const listPapersEndpoint = endpoint({
  name: 'vetting.list-papers',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/papers',
  permission: 'vetting.read-sensitive',
  input: z.strictObject({}),
  output: z.strictObject({ papers: z.array(VettingPaper) }),
})

/** Everything on one paper; each look is recorded (DEC-2). */
export const lookAtPaperEndpoint = endpoint({
  name: 'vetting.look-at-paper',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/papers/:paperId/look',
  permission: 'vetting.read-sensitive',
  input: z.strictObject({ paperId: Id }),
  output: z.strictObject({
    issuer: z.string().nullable(),
    number: z.string().nullable(),
    reason: z.string().nullable(),
    rejectReason: z.string().nullable(),
    scanUrl: z.string().nullable(),
    isPurged: z.boolean(),
  }),
})

/** The second person: a verified paper is the no-crime check of that case. */
export const judgePaperEndpoint = endpoint({
  name: 'vetting.judge-paper',
  face: 'office',
  method: 'POST',
  path: '/api/vetting/papers/:paperId/judge',
  permission: 'vetting.read-sensitive',
  input: z.discriminatedUnion('accepted', [
    z.strictObject({ paperId: Id, accepted: z.literal(true) }),
    z.strictObject({ paperId: Id, accepted: z.literal(false), reason: line(200, '不予采用的原因') }),
  ]),
  output: Done,
})

/** Results of one case with what the sources wrote beside them: a purpose, an event, a line on the list of looks. */
export const lookAtVettingEndpoint = endpoint({
  name: 'vetting.look',
  face: 'office',
  method: 'POST',
  path: '/api/cases/:applicationId/vetting',
  permission: 'vetting.read-sensitive',
  input: z.strictObject({ applicationId: Id, purpose: line(60, '查看原因') }),
  output: z.strictObject({
    results: z.array(
      z.strictObject({
        kind: VettingKind,
        source: z.enum(['exchange', 'paper']),
        state: z.enum(['requested', 'clear', 'hit', 'error', 'purged']),
        requestedAt: Instant,
        answeredAt: Instant.nullable(),
        detail: z.string().nullable(),
      }),
    ),
  }),
})

export const LOOK_WAY_TITLES = {
  case: '打开申请',
  detail: '查看核查说明',
  paper: '查看纸质证明',
  export: '导出核查名单',
} as const

/** Who looked at results of the agency, newest first (DEC-2). */
export const listVettingLooksEndpoint = endpoint({
  name: 'vetting.list-looks',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/looks',
  permission: 'vetting.read-sensitive',
  input: z.strictObject(Page),
  output: z.strictObject({
    rows: z.array(
      z.strictObject({
        lookId: Id,
        by: z.string(),
        at: Instant,
        way: z.enum(['case', 'detail', 'paper', 'export']),
        purpose: z.string().nullable(),
        /** 报名号; null where the list of a whole batch was taken. */
        registrationNumber: z.string().nullable(),
      }),
    ),
    after: z.string().nullable(),
  }),
})

/** Reports of the purge after conclusions (S-129). */
export const listVettingPurgesEndpoint = endpoint({
  name: 'vetting.list-purges',
  face: 'office',
  method: 'GET',
  path: '/api/vetting/purges',
  permission: 'vetting.read-sensitive',
  input: z.strictObject({}),
  output: z.strictObject({
    afterDays: z.number().int(),
    purges: z.array(
      z.strictObject({
        purgeId: Id,
        purgedAt: Instant,
        cases: z.number().int(),
        answers: z.number().int(),
        details: z.number().int(),
        papers: z.number().int(),
        mismatches: z.number().int(),
        batches: z.number().int(),
      }),
    ),
  }),
})
