import { z } from 'zod'
import { endpoint } from '../endpoint.ts'
import { Done, Id, Instant, line } from '../field.ts'
import { OfficeRole } from './session.ts'

/** 委托授权: own roles handed to a colleague from one instant to another. */
export const Delegation = z.strictObject({
  delegationId: Id,
  fromName: z.string(),
  toName: z.string(),
  roles: z.array(OfficeRole),
  startsAt: Instant,
  endsAt: Instant,
  reason: z.string(),
  endedAt: Instant.nullable(),
  isOwn: z.boolean(),
})
export type DelegationView = z.infer<typeof Delegation>

/** Delegations one gave, received, or (for users officers) those of the agency; whom one may delegate to. */
export const listDelegationsEndpoint = endpoint({
  name: 'staff.list-delegations',
  face: 'office',
  method: 'GET',
  path: '/api/delegations',
  permission: 'office',
  input: z.strictObject({}),
  output: z.strictObject({
    rows: z.array(Delegation),
    delegableRoles: z.array(OfficeRole),
    colleagues: z.array(z.strictObject({ userId: Id, name: z.string(), roles: z.array(OfficeRole) })),
  }),
})

export const delegateEndpoint = endpoint({
  name: 'staff.delegate',
  face: 'office',
  method: 'POST',
  path: '/api/delegations',
  permission: 'office',
  input: z.strictObject({
    toUserId: z.uuid({ error: '请选择受托人。' }),
    roles: z.array(OfficeRole).min(1, { error: '请至少选择一个角色。' }).max(OfficeRole.options.length),
    startsAt: z.iso.datetime({ error: '请填写开始的日期和时间，例如 2026-10-12 和 09:00。' }),
    endsAt: z.iso.datetime({ error: '请填写结束的日期和时间，例如 2026-10-16 和 17:00。' }),
    reason: line(200, '原因'),
  }),
  output: z.strictObject({ delegationId: Id }),
})

export const endDelegationEndpoint = endpoint({
  name: 'staff.end-delegation',
  face: 'office',
  method: 'POST',
  path: '/api/delegations/:delegationId/end',
  permission: 'office',
  input: z.strictObject({ delegationId: Id }),
  output: Done,
})
