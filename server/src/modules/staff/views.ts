import type { DelegationView } from '@xingtan/contract/office/delegation'
import type { StaffPersonView, StaffUserView } from '@xingtan/contract/office/staff'
import { maskPhone } from '@xingtan/domain/mask'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Delegation } from './sql-delegation.ts'
import type { Filing } from './sql-filing.ts'
import type { ManagedUser, StaffKey } from './sql-user.ts'

const iso = (at: Date | null): string | null => at?.toISOString() ?? null

/** A filing as pages show it; the mobile masked. */
export function toFilingView({ crypto }: Pick<Context, 'crypto'>, filing: Filing): StaffPersonView['filings'][number] {
  return {
    filingId: filing.id,
    kind: filing.kind,
    state: filing.state,
    name: filing.name,
    post: filing.post,
    officePhone: filing.officePhone,
    maskedPhone: maskPhone(crypto.openColumn(filing.phoneSealed)),
    reason: filing.reason,
    filedFrom: iso(filing.filedFrom),
    filedUntil: iso(filing.filedUntil),
    proposedByName: filing.proposedByName,
    proposedAt: filing.proposedAt.toISOString(),
    decidedByName: filing.decidedByName,
    decidedAt: iso(filing.decidedAt),
    returnReason: filing.returnReason,
  }
}

/** A user with its keys. */
export function toUserView(user: ManagedUser, keys: readonly StaffKey[]): StaffUserView {
  return {
    userId: user.id,
    username: user.username,
    agencyCode: user.agencyCode,
    agencyName: user.agencyName,
    pointId: user.pointId,
    pointName: user.pointName,
    roles: user.roles,
    delegatedRoles: user.delegatedRoles,
    enabled: user.enabled,
    isActivated: user.isActivated,
    codeExpiresAt: iso(user.codeExpiresAt),
    keys: keys
      .filter(({ userId }) => userId === user.id)
      .map(({ serial, registeredAt, revokedAt }) => ({
        serial,
        registeredAt: registeredAt.toISOString(),
        revokedAt: iso(revokedAt),
      })),
  }
}

/** A delegation; `isOwn` when the officer may take it back as the one who gave it. */
export function toDelegationView(delegation: Delegation, officer: OfficerActor): DelegationView {
  return {
    delegationId: delegation.id,
    fromName: delegation.fromName,
    toName: delegation.toName,
    roles: delegation.roles,
    startsAt: delegation.startsAt.toISOString(),
    endsAt: delegation.endsAt.toISOString(),
    reason: delegation.reason,
    endedAt: iso(delegation.endedAt),
    isOwn: delegation.fromUserId === officer.userId,
  }
}

const EVENT_TITLES: Readonly<Record<string, string>> = {
  proposed: '提出首次备案',
  'renewal-proposed': '提出续期',
  'change-proposed': '提出信息变更',
  filed: '予以备案',
  returned: '退回备案申请',
  'user-opened': '开通用户',
  'code-sent': '重新发送激活码',
  activated: '本人设置密码',
  'roles-granted': '调整角色',
  'user-disabled': '停用用户',
  'user-enabled': '恢复用户',
  'key-registered': '登记密钥',
  'key-revoked': '停用密钥',
  delegated: '委托授权',
  'delegation-ended': '收回委托',
  left: '离岗',
}

/** An event of a person in words. */
export function toEventTitle(kind: string): string {
  return EVENT_TITLES[kind] ?? kind
}
