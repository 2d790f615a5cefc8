import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page } from '../field.ts'

/** One of the staff in the form: name, mobile, office phone. What is missing is said when it is handed in. */
export const WorkInfoStaff = z.strictObject({
  name: z.string().trim().max(30),
  mobile: z.string().trim().max(20),
  officePhone: z.string().trim().max(40),
})
export type WorkInfoStaff = z.infer<typeof WorkInfoStaff>

export const WorkInfoContent = z.strictObject({
  /** 统一社会信用代码. */
  creditCode: z.string().trim().max(30),
  staff: z.array(WorkInfoStaff).max(50),
  /** 网络 IP: IPv4, IPv6, or a range with its prefix length. */
  networkAddresses: z.array(z.string().trim().max(60)).max(20),
})
export type WorkInfoContent = z.infer<typeof WorkInfoContent>

export const WorkInfoState = z.enum(['missing', 'filling', 'handed-in', 'returned', 'accepted'])
export type WorkInfoState = z.infer<typeof WorkInfoState>

export const WORK_INFO_STATE_TITLES: Readonly<Record<WorkInfoState, string>> = {
  missing: '未填写',
  filling: '填写中',
  'handed-in': '已上报',
  returned: '已退回',
  accepted: '已汇总',
}

const WorkInfoCollection = z.strictObject({
  collectionId: Id,
  collectorName: z.string(),
  year: z.number(),
  dueOn: Day,
  note: z.string(),
})
export type WorkInfoCollection = z.infer<typeof WorkInfoCollection>

export const OwnWorkInfo = z.strictObject({
  agencyName: z.string(),
  collections: z.array(WorkInfoCollection),
  /** The form for the collection asked for, or for the newest. */
  form: z
    .strictObject({
      collectionId: Id,
      version: z.number(),
      state: WorkInfoState,
      content: WorkInfoContent,
      heldByName: z.string(),
      returnedBecause: z.string().nullable(),
      scanUrl: z.string().nullable(),
      events: z.array(
        z.strictObject({ kind: z.string(), agencyName: z.string(), at: Instant, reason: z.string().nullable() }),
      ),
    })
    .nullable(),
  mayCollect: z.boolean(),
  hasBelow: z.boolean(),
})
export type OwnWorkInfo = z.infer<typeof OwnWorkInfo>

export const getOwnWorkInfoEndpoint = endpoint({
  name: 'work-info.get-own',
  face: 'office',
  method: 'GET',
  path: '/api/work-info',
  permission: 'agency.work-info',
  input: z.strictObject({ collectionId: Id.optional() }),
  output: OwnWorkInfo,
})

const Seen = { collectionId: Id, version: z.number().int().min(0) }

export const saveWorkInfoEndpoint = endpoint({
  name: 'work-info.save',
  face: 'office',
  method: 'POST',
  path: '/api/work-info/:collectionId',
  permission: 'agency.work-info',
  input: WorkInfoContent.extend(Seen),
  output: z.strictObject({ version: z.number() }),
})

export const uploadWorkInfoScanEndpoint = endpoint({
  name: 'work-info.upload-scan',
  face: 'office',
  method: 'POST',
  path: '/api/work-info/:collectionId/scan',
  permission: 'agency.work-info',
  body: 'file',
  input: z.strictObject({ collectionId: Id }),
  output: z.strictObject({ version: z.number() }),
})

export const handInWorkInfoEndpoint = endpoint({
  name: 'work-info.hand-in',
  face: 'office',
  method: 'POST',
  path: '/api/work-info/:collectionId/hand-in',
  permission: 'agency.work-info',
  input: z.strictObject(Seen),
  output: Done,
})

export const WorkInfoBoardRow = z.strictObject({
  code: AgencyCode,
  name: z.string(),
  level: AgencyLevel,
  formId: Id.nullable(),
  version: z.number(),
  state: WorkInfoState,
  isLate: z.boolean(),
  heldByName: z.string().nullable(),
  /** It lies on the desk of the asking office. */
  isHere: z.boolean(),
  staffCount: z.number(),
  scanUrl: z.string().nullable(),
})
export type WorkInfoBoardRow = z.infer<typeof WorkInfoBoardRow>

/** Who is missing, late, returned: every agency of the officer's tree, by code, a hundred a page. */
export const getWorkInfoBoardEndpoint = endpoint({
  name: 'work-info.get-board',
  face: 'office',
  method: 'GET',
  path: '/api/work-info/:collectionId/board',
  permission: 'agency.work-info',
  input: z.strictObject({ collectionId: Id, state: WorkInfoState.optional(), ...Page }),
  output: z.strictObject({
    collection: WorkInfoCollection,
    rows: z.array(WorkInfoBoardRow),
    after: z.string().nullable(),
  }),
})

/** Sends a form that lies on one's desk up, or back with the reason; the collector's own yes accepts it. */
export const judgeWorkInfoEndpoint = endpoint({
  name: 'work-info.judge',
  face: 'office',
  method: 'POST',
  path: '/api/work-info-forms/:formId/judge',
  permission: 'agency.work-info',
  input: z.strictObject({
    formId: Id,
    version: z.number().int(),
    answer: z.enum(['pass-on', 'return']),
    reason: z.string().trim().max(300),
  }),
  output: Done,
})

export const openWorkInfoEndpoint = endpoint({
  name: 'work-info.open',
  face: 'office',
  method: 'POST',
  path: '/api/work-info-collections',
  permission: 'agency.work-info',
  input: z.strictObject({ dueOn: Day, note: z.string().trim().max(300) }),
  output: z.strictObject({ collectionId: Id }),
})

/** The forms handed in so far as one sheet, text cells only. */
export const exportWorkInfoEndpoint = endpoint({
  name: 'work-info.export',
  face: 'office',
  method: 'GET',
  path: '/api/work-info/:collectionId/export',
  permission: 'agency.work-info',
  input: z.strictObject({ collectionId: Id }),
  output: z.unknown(),
  reply: 'binary',
})
