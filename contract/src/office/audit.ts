import { z } from 'zod'
import { AgencyCode } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Id, Instant, Page } from '../field.ts'

export const AuditOutcome = z.enum(['done', 'read', 'refused', 'denied'])
export type AuditOutcome = z.infer<typeof AuditOutcome>

export const AUDIT_OUTCOME_TITLES: Readonly<Record<AuditOutcome, string>> = {
  done: '已完成',
  read: '已查看',
  refused: '未通过规则',
  denied: '无权被拒',
}

export const AUDIT_ACTOR_TITLES = {
  nobody: '未登录的访问者',
  applicant: '申请人',
  officer: '工作人员',
  system: '系统',
} as const

/** What the first word of an event's name belongs to; every module that writes events stands here (S-143). */
export const AUDIT_MODULE_TITLES: Readonly<Record<string, string>> = {
  account: '账号',
  agency: '机构',
  appeal: '复查',
  application: '报名',
  appointment: '预约排号',
  audit: '审计',
  calendar: '工作日历',
  case: '办件',
  certificate: '证书',
  channel: '通知与手册',
  confirmation: '确认',
  contact: '机构联系方式',
  consultation: '咨询投诉举报',
  custody: '保管',
  decision: '审核审批',
  emergency: '应急账号',
  evidence: '个人信息中心',
  'exam-bar': '考试禁考名单',
  file: '文件',
  filing: '上报',
  handover: '交接',
  material: '全程网办材料',
  medical: '体检',
  notice: '公告',
  plan: '计划',
  point: '确认点',
  policy: '政策',
  proposal: '变更提议',
  question: '常见问题',
  restriction: '限制库',
  retention: '到期清理',
  security: '登录安全',
  service: '账号服务',
  signing: '签名',
  staff: '人员',
  succession: '机构接替',
  thread: '留言',
  training: '培训',
  vetting: '背景核查',
  window: '开放时间',
  'work-info': '工作信息采集',
}

const Text = z.string().trim().max(80)

/** Every question an auditor may ask; what is left away is not asked. Times in UTC, half-open. */
export const AuditFilter = z.strictObject({
  from: Instant.optional(),
  to: Instant.optional(),
  /** Username of an officer. */
  actor: Text.optional(),
  agencyCode: AgencyCode.optional(),
  /** A whole event name, or the module before its dot. */
  event: z
    .string()
    .regex(/^[a-z][a-z.-]*$/, { error: '事件由小写字母、点和短横线组成，例如 decision.approve。' })
    .max(60)
    .optional(),
  /** Id of the object, as another event shows it. */
  object: Text.optional(),
  outcome: AuditOutcome.optional(),
})
export type AuditFilter = z.infer<typeof AuditFilter>

export const AuditRow = z.strictObject({
  eventId: Id,
  /** Order of arrival over all chains: grows whatever the clock says (S-146). */
  number: z.number(),
  at: Instant,
  event: z.string(),
  outcome: AuditOutcome,
  actorKind: z.enum(['nobody', 'applicant', 'officer', 'system']),
  actorName: z.string().nullable(),
  agencyName: z.string().nullable(),
  objectKind: z.string(),
  objectId: z.string(),
})
export type AuditRow = z.infer<typeof AuditRow>

/** Events of the auditor's own tree, newest first; the search is an event itself (ADM-5, S-145). */
export const searchAuditEndpoint = endpoint({
  name: 'audit.search',
  face: 'office',
  method: 'GET',
  path: '/api/audit-events',
  permission: 'audit.read',
  input: AuditFilter.extend(Page),
  output: z.strictObject({ rows: z.array(AuditRow), after: z.string().nullable(), from: Instant, to: Instant }),
})

/** One event in full, and whether it still stands as it was written. */
export const getAuditEventEndpoint = endpoint({
  name: 'audit.get',
  face: 'office',
  method: 'GET',
  path: '/api/audit-events/:eventId',
  permission: 'audit.read',
  input: z.strictObject({ eventId: Id }),
  output: z.strictObject({
    row: AuditRow,
    lane: z.number(),
    seq: z.number(),
    actorId: Id.nullable(),
    actorPersonId: Id.nullable(),
    actorRoles: z.array(z.string()),
    keySerial: z.string().nullable(),
    addressHash: z.string().nullable(),
    deviceHash: z.string().nullable(),
    correlationId: z.string(),
    reason: z.string().nullable(),
    beforeHash: z.string().nullable(),
    afterHash: z.string().nullable(),
    /** Codes and ids as JSON text; no personal data. */
    detail: z.string(),
    previous: z.string(),
    hash: z.string(),
    /** The hash follows from the content, the chain from the row before, the MAC from our key. */
    isContentWhole: z.boolean(),
    isChained: z.boolean(),
    isGenuine: z.boolean(),
  }),
})

/** How far the 64 chains have come, the last signed checkpoint, and the last walk over everything. */
export const getAuditChainEndpoint = endpoint({
  name: 'audit.get-chain',
  face: 'office',
  method: 'GET',
  path: '/api/audit-chain',
  permission: 'audit.read',
  input: z.strictObject({}),
  output: z.strictObject({
    size: z.number(),
    /** SM2 public key of the checkpoints, hex; to be noted down where the database is not. */
    publicKey: z.string(),
    checkpoint: z.strictObject({ number: z.number(), madeAt: Instant, size: z.number(), root: z.string() }).nullable(),
    verification: z
      .strictObject({
        verifiedAt: Instant,
        size: z.number(),
        checkpoints: z.number(),
        faults: z.array(z.strictObject({ lane: z.number(), seq: z.number(), what: z.string() })),
      })
      .nullable(),
  }),
})

/** A file that shows, without the database, that an event stood in the audit when a checkpoint was signed (S-141). */
export const getAuditProofEndpoint = endpoint({
  name: 'audit.get-proof',
  face: 'office',
  method: 'GET',
  path: '/api/audit-events/:eventId/proof',
  permission: 'audit.read',
  input: z.strictObject({ eventId: Id }),
  output: z.unknown(),
  reply: 'binary',
})

const CheckpointNumber = z.coerce.number().int().min(1)

/** Digests by which the chains grew between two checkpoints: who holds the older one checks the newer (S-141). */
export const getAuditGrowthEndpoint = endpoint({
  name: 'audit.get-growth',
  face: 'office',
  method: 'GET',
  path: '/api/audit-growth',
  permission: 'audit.read',
  input: z.strictObject({ from: CheckpointNumber, to: CheckpointNumber }),
  output: z.unknown(),
  reply: 'binary',
})

/** At most 10,000 events of a search as a sheet, text cells only; the export is an event itself. */
export const exportAuditEndpoint = endpoint({
  name: 'audit.export',
  face: 'office',
  method: 'GET',
  path: '/api/audit-export',
  permission: 'audit.read',
  input: AuditFilter,
  output: z.unknown(),
  reply: 'binary',
})
