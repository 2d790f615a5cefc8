import { z } from 'zod'
import { AgencyCode, AgencyLevel } from '../agency-reference.ts'
import { KeySerial } from '../authority/key-middleware.ts'
import { DocumentType } from '../document.ts'
import { endpoint } from '../endpoint.ts'
import { Day, Done, Id, Instant, Page, Phone, line } from '../field.ts'
import { Delegation } from './delegation.ts'
import { OfficeRole } from './session.ts'

/** Where the 备案 of an office person stands at this instant. */
export const FilingState = z.enum(['waiting', 'filed', 'later', 'returned', 'expired', 'left'])
export type FilingState = z.infer<typeof FilingState>

export const FILING_STATE_TITLES: Readonly<Record<FilingState, string>> = {
  waiting: '待备案',
  filed: '已备案',
  later: '备案尚未生效',
  returned: '已退回',
  expired: '备案已到期',
  left: '已离岗',
}

export const FilingKind = z.enum(['first', 'renewal', 'change'])
export type FilingKind = z.infer<typeof FilingKind>

export const FILING_KIND_TITLES: Readonly<Record<FilingKind, string>> = {
  first: '首次备案',
  renewal: '续期',
  change: '信息变更',
}

const Reason = line(200, '原因')
const Post = line(40, '岗位')
const OfficePhone = z
  .string()
  .trim()
  .regex(/^\d{3,4}-?\d{7,8}(-\d{1,6})?$/, { error: '请填写办公电话，例如 0570-3012345。' })
const Username = z
  .string()
  .trim()
  .regex(/^[a-z][a-z0-9-]{3,39}$/, { error: '用户名用 4 至 40 个小写字母、数字或短横线，以字母开头。' })
const Serial = z.string().trim().toUpperCase().pipe(KeySerial)
const Roles = z.array(OfficeRole).min(1, { error: '请至少选择一个角色。' }).max(OfficeRole.options.length)

const PersonRow = z.strictObject({
  personId: Id,
  name: z.string(),
  agencyCode: AgencyCode,
  agencyName: z.string(),
  post: z.string().nullable(),
  state: FilingState,
  filedUntil: Instant.nullable(),
  userCount: z.int(),
})
export type StaffPersonRow = z.infer<typeof PersonRow>

/** People of one's own agency and of all that answer to it, by agency and name; `renewal` are those that expire soon. */
export const listStaffEndpoint = endpoint({
  name: 'staff.list-people',
  face: 'office',
  method: 'GET',
  path: '/api/staff-people',
  permission: 'staff.manage',
  input: z.strictObject({
    agencyCode: AgencyCode.optional(),
    show: z.enum(['waiting', 'filed', 'renewal', 'ended', 'left']).optional(),
    ...Page,
  }),
  output: z.strictObject({ rows: z.array(PersonRow), after: z.string().nullable(), renewalDays: z.int() }),
})

const UserView = z.strictObject({
  userId: Id,
  username: z.string(),
  agencyCode: AgencyCode,
  agencyName: z.string(),
  pointId: Id.nullable(),
  pointName: z.string().nullable(),
  roles: z.array(OfficeRole),
  delegatedRoles: z.array(OfficeRole),
  enabled: z.boolean(),
  isActivated: z.boolean(),
  codeExpiresAt: Instant.nullable(),
  keys: z.array(z.strictObject({ serial: z.string(), registeredAt: Instant, revokedAt: Instant.nullable() })),
})
export type StaffUserView = z.infer<typeof UserView>

const FilingView = z.strictObject({
  filingId: Id,
  kind: FilingKind,
  state: z.enum(['waiting', 'filed', 'returned', 'dropped']),
  name: z.string(),
  post: z.string(),
  officePhone: z.string().nullable(),
  maskedPhone: z.string(),
  reason: z.string(),
  filedFrom: Instant.nullable(),
  filedUntil: Instant.nullable(),
  proposedByName: z.string(),
  proposedAt: Instant,
  decidedByName: z.string().nullable(),
  decidedAt: Instant.nullable(),
  returnReason: z.string().nullable(),
})

/** What a person leaves behind: the 交接清单 starts from it. */
export const StaffDuties = z.strictObject({
  users: z.array(
    z.strictObject({ userId: Id, username: z.string(), agencyName: z.string(), roles: z.array(OfficeRole) }),
  ),
  keySerials: z.array(z.string()),
  delegationCount: z.int(),
  /** Open cases that stand before one of the person's roles, by stage; at the person's point for confirm users. */
  cases: z.array(z.strictObject({ stage: z.string(), count: z.int() })),
})
export type StaffDuties = z.infer<typeof StaffDuties>

const StaffPerson = z.strictObject({
  personId: Id,
  name: z.string(),
  agencyCode: AgencyCode,
  agencyName: z.string(),
  agencyLevel: AgencyLevel,
  /** Whose 备案 it is: the province's or the nation's. */
  filingAgencyName: z.string(),
  state: FilingState,
  filedFrom: Instant.nullable(),
  filedUntil: Instant.nullable(),
  leftAt: Instant.nullable(),
  leftReason: z.string().nullable(),
  documentTypeName: z.string().nullable(),
  maskedNumber: z.string().nullable(),
  maskedPhone: z.string().nullable(),
  officePhone: z.string().nullable(),
  post: z.string().nullable(),
  isOneself: z.boolean(),
  filings: z.array(FilingView),
  users: z.array(UserView),
  delegations: z.array(Delegation),
  duties: StaffDuties,
  events: z.array(
    z.strictObject({ at: Instant, title: z.string(), actorName: z.string().nullable(), reason: z.string().nullable() }),
  ),
})
export type StaffPersonView = z.infer<typeof StaffPerson>

export const getStaffEndpoint = endpoint({
  name: 'staff.get-person',
  face: 'office',
  method: 'GET',
  path: '/api/staff-people/:personId',
  permission: 'staff.manage',
  input: z.strictObject({ personId: Id }),
  output: StaffPerson,
})

/** Agencies one administers people of, and the points of one of them, for the fields of a form. */
export const listStaffPlacesEndpoint = endpoint({
  name: 'staff.list-places',
  face: 'office',
  method: 'GET',
  path: '/api/staff-places',
  permission: 'staff.manage',
  input: z.strictObject({ agencyCode: AgencyCode.optional() }),
  output: z.strictObject({
    agencies: z.array(z.strictObject({ code: AgencyCode, name: z.string() })),
    points: z.array(z.strictObject({ pointId: Id, name: z.string() })),
  }),
})

export const enterStaffEndpoint = endpoint({
  name: 'staff.enter-person',
  face: 'office',
  method: 'POST',
  path: '/api/staff-people',
  permission: 'staff.manage',
  input: z.strictObject({
    agencyCode: AgencyCode,
    name: line(40, '姓名'),
    documentType: DocumentType,
    documentNumber: line(30, '证件号码'),
    phone: Phone,
    officePhone: OfficePhone.nullable(),
    post: Post,
  }),
  output: z.strictObject({ personId: Id }),
})

/** A change of what is filed: it holds once the province has registered it (教资字〔2020〕1号 三(二)). */
export const proposeChangeEndpoint = endpoint({
  name: 'staff.propose-change',
  face: 'office',
  method: 'POST',
  path: '/api/staff-people/:personId/change',
  permission: 'staff.manage',
  input: z.strictObject({
    personId: Id,
    name: line(40, '姓名'),
    /** Null leaves the filed number as it is. */
    phone: Phone.nullable(),
    officePhone: OfficePhone.nullable(),
    post: Post,
    reason: Reason,
  }),
  output: Done,
})

export const proposeRenewalsEndpoint = endpoint({
  name: 'staff.propose-renewals',
  face: 'office',
  method: 'POST',
  path: '/api/staff-people/renew',
  permission: 'staff.manage',
  input: z.strictObject({ personIds: z.array(Id).min(1, { error: '请先选择人员。' }).max(100) }),
  output: z.strictObject({ count: z.int() }),
})

/** Filings that wait for the officer's own agency to decide, oldest first. */
export const listFilingsEndpoint = endpoint({
  name: 'staff.list-filings',
  face: 'office',
  method: 'GET',
  path: '/api/staff-filings',
  permission: 'staff.manage',
  input: z.strictObject({ ...Page }),
  output: z.strictObject({
    rows: z.array(
      FilingView.extend({
        personId: Id,
        agencyName: z.string(),
        /** What is filed now, beside what is asked for. */
        current: z.strictObject({ name: z.string(), post: z.string().nullable(), officePhone: z.string().nullable() }),
        maskedNumber: z.string().nullable(),
        /** Proposed by oneself, or about oneself: somebody else decides it. */
        isOwn: z.boolean(),
      }),
    ),
    after: z.string().nullable(),
    /** Latest last day that may be chosen: 31 December of the year after this one. */
    latestUntil: Day,
  }),
})

export const filePeopleEndpoint = endpoint({
  name: 'staff.file-people',
  face: 'office',
  method: 'POST',
  path: '/api/staff-filings/file',
  permission: 'staff.manage',
  input: z.strictObject({
    filingIds: z.array(Id).min(1, { error: '请先选择要备案的申请。' }).max(100),
    /** First day; today begins at once. Changes and renewals ask for none. */
    fromOn: Day.nullable(),
    /** Last day, included. */
    untilOn: Day,
  }),
  output: z.strictObject({ count: z.int() }),
})

export const returnFilingEndpoint = endpoint({
  name: 'staff.return-filing',
  face: 'office',
  method: 'POST',
  path: '/api/staff-filings/:filingId/return',
  permission: 'staff.manage',
  input: z.strictObject({ filingId: Id, reason: Reason }),
  output: Done,
})

export const openUserEndpoint = endpoint({
  name: 'staff.open-user',
  face: 'office',
  method: 'POST',
  path: '/api/staff-people/:personId/users',
  permission: 'staff.manage',
  input: z.strictObject({
    personId: Id,
    agencyCode: AgencyCode,
    username: Username,
    roles: Roles,
    pointId: Id.nullable(),
    keySerial: Serial.nullable(),
  }),
  output: z.strictObject({ userId: Id }),
})

export const grantRolesEndpoint = endpoint({
  name: 'staff.grant-roles',
  face: 'office',
  method: 'POST',
  path: '/api/staff-users/:userId/roles',
  permission: 'staff.manage',
  input: z.strictObject({ userId: Id, roles: Roles, pointId: Id.nullable() }),
  output: Done,
})

export const disableUserEndpoint = endpoint({
  name: 'staff.disable-user',
  face: 'office',
  method: 'POST',
  path: '/api/staff-users/:userId/disable',
  permission: 'staff.manage',
  input: z.strictObject({ userId: Id, reason: Reason }),
  output: Done,
})

export const enableUserEndpoint = endpoint({
  name: 'staff.enable-user',
  face: 'office',
  method: 'POST',
  path: '/api/staff-users/:userId/enable',
  permission: 'staff.manage',
  input: z.strictObject({ userId: Id, reason: Reason }),
  output: Done,
})

/** A new code to the filed mobile; whoever has it sets the password, also over an old one. */
export const sendActivationEndpoint = endpoint({
  name: 'staff.send-activation',
  face: 'office',
  method: 'POST',
  path: '/api/staff-users/:userId/activation',
  permission: 'staff.manage',
  input: z.strictObject({ userId: Id }),
  output: z.strictObject({ expiresAt: Instant }),
})

export const registerKeyEndpoint = endpoint({
  name: 'staff.register-key',
  face: 'office',
  method: 'POST',
  path: '/api/staff-users/:userId/keys',
  permission: 'staff.manage',
  input: z.strictObject({ userId: Id, serial: Serial }),
  output: Done,
})

export const revokeKeyEndpoint = endpoint({
  name: 'staff.revoke-key',
  face: 'office',
  method: 'POST',
  path: '/api/staff-keys/:serial/revoke',
  permission: 'staff.manage',
  input: z.strictObject({ serial: Serial, reason: Reason }),
  output: Done,
})

/** One act: every account, session, key and delegation of the person ends (ACC-8). */
export const endStaffEndpoint = endpoint({
  name: 'staff.end-person',
  face: 'office',
  method: 'POST',
  path: '/api/staff-people/:personId/leave',
  permission: 'staff.manage',
  input: z.strictObject({ personId: Id, reason: Reason }),
  output: Done,
})

export const activateEndpoint = endpoint({
  name: 'staff.activate',
  face: 'office',
  method: 'POST',
  path: '/api/session/activate',
  permission: 'public',
  input: z.strictObject({
    username: line(60, '用户名'),
    code: line(20, '激活码'),
    password: z.string().min(1, { error: '请填写密码。' }).max(512),
  }),
  output: Done,
})
