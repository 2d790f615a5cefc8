import {
  HANDOVER_CAUSE_TITLES,
  type HandoverAct,
  type HandoverCause,
  type HandoverItem,
} from '@xingtan/contract/office/handover'
import type { Refusal } from '@xingtan/contract/problem'

interface Party {
  readonly personId: string
  /** The user can still sign in. */
  readonly isAdmitted: boolean
}

export interface HandoverWish {
  /** Undefined: no user of the agency. */
  readonly giver: (Party & { readonly hasOpen: boolean }) | undefined
  readonly receiver: Party | undefined
  readonly cause: HandoverCause
  readonly today: string
  readonly dueOn: string
}

/**
 * Why a 交接清单 cannot be opened: two persons of the agency, a receiver who is there, one open list a giver. 教资字
 * 〔2020〕1号 一(五): 人员岗位调整的，应明确工作交接事项，形成交接清单.
 */
export function refuseHandover(wish: HandoverWish): Refusal[] {
  const { giver, receiver, cause, today, dueOn } = wish
  const refusals: Refusal[] = []
  if (giver === undefined) refusals.push({ code: 'handover.party-unknown', field: 'giverUserId' })
  if (receiver === undefined) refusals.push({ code: 'handover.party-unknown', field: 'receiverUserId' })
  if (giver !== undefined && giver.personId === receiver?.personId) {
    refusals.push({ code: 'handover.same-person', field: 'receiverUserId' })
  }
  if (receiver?.isAdmitted === false) refusals.push({ code: 'handover.receiver-gone', field: 'receiverUserId' })
  if (giver?.isAdmitted === false && cause === 'post-change') {
    refusals.push({ code: 'handover.giver-gone', field: 'cause' })
  }
  if (giver?.hasOpen === true) refusals.push({ code: 'handover.open-already', field: 'giverUserId' })
  if (dueOn < today) refusals.push({ code: 'handover.due-past', field: 'dueOn', values: { today } })
  return refusals
}

export interface HandoverStanding {
  readonly isOver: boolean
  readonly giverPersonId: string
  readonly receiverPersonId: string
  readonly isGiverGone: boolean
  readonly signedSides: readonly ('giver' | 'receiver')[]
}

export interface HandoverOfficer {
  readonly personId: string
  /** Holds 用户管理 in the agency of the list. */
  readonly isManager: boolean
}

/** What this officer may do about a list now: a party signs, 用户管理 keeps it and signs for a giver who is gone. 教资字〔2020〕1号 一(五). */
export function listHandoverActs(standing: HandoverStanding, officer: HandoverOfficer): HandoverAct[] {
  if (standing.isOver) return []
  const isGiver = officer.personId === standing.giverPersonId
  const isReceiver = officer.personId === standing.receiverPersonId
  const isOpen = (side: 'giver' | 'receiver') => !standing.signedSides.includes(side)
  const acts: HandoverAct[] = []
  if ((isGiver || officer.isManager) && standing.signedSides.length === 0) acts.push('edit')
  if (isGiver && isOpen('giver')) acts.push('sign-giver')
  if (isReceiver && isOpen('receiver')) acts.push('sign-receiver')
  if (officer.isManager && !isGiver && !isReceiver && standing.isGiverGone && isOpen('giver')) {
    acts.push('sign-in-place')
  }
  if (officer.isManager) acts.push('cancel')
  return acts
}

/** Why this officer does not sign; `inPlaceBecause` is the reason of a signature for somebody who is gone. 教资字〔2020〕1号 一(五). */
export function refuseHandoverSignature(
  standing: HandoverStanding,
  officer: HandoverOfficer,
  inPlaceBecause: string | null,
): Refusal[] {
  if (standing.isOver) return [{ code: 'handover.over' }]
  const acts = listHandoverActs(standing, officer)
  if (acts.includes('sign-giver') || acts.includes('sign-receiver')) return []
  const isParty = officer.personId === standing.giverPersonId || officer.personId === standing.receiverPersonId
  if (isParty) return [{ code: 'handover.signed-already' }]
  if (!acts.includes('sign-in-place')) {
    const mayNot = officer.isManager && !standing.isGiverGone ? 'handover.giver-present' : 'handover.not-party'
    return [{ code: mayNot }]
  }
  return inPlaceBecause === null ? [{ code: 'handover.in-place-reason', field: 'inPlaceBecause' }] : []
}

export interface HandoverText {
  readonly agencyName: string
  readonly giverName: string
  readonly receiverName: string
  readonly cause: HandoverCause
  readonly dueOn: string
  readonly items: readonly HandoverItem[]
  readonly remarks: string
}

/** The whole text both sides sign, line by line. 教资字〔2020〕1号 一(五). */
export function renderHandoverText(text: HandoverText): string {
  const items = text.items.flatMap(({ title, lines }) => [title, ...lines.map((line) => `- ${line}`)])
  return [
    '交接清单',
    `机构：${text.agencyName}`,
    `移交人：${text.giverName}`,
    `接收人：${text.receiverName}`,
    `交接原因：${HANDOVER_CAUSE_TITLES[text.cause]}`,
    `办结期限：${text.dueOn}`,
    ...items,
    `交接说明：${text.remarks}`,
  ].join('\n')
}

export interface HandoverFacts {
  readonly users: readonly string[]
  readonly keySerials: readonly string[]
  readonly delegationCount: number
  readonly cases: readonly string[]
  readonly custody: readonly string[]
  readonly plans: readonly string[]
  readonly forms: readonly string[]
}

/** The list as it is assembled from what the system knows; a heading without lines says that there is nothing. 教资字〔2020〕1号 一(五). */
export function listHandoverItems(facts: HandoverFacts): HandoverItem[] {
  const orNone = (lines: readonly string[]) => (lines.length === 0 ? ['无。'] : [...lines])
  const delegations = facts.delegationCount === 0 ? [] : [`未结束的委托 ${facts.delegationCount} 项。`]
  return [
    { title: '用户与角色', lines: orNone(facts.users) },
    { title: '登记的密钥', lines: orNone(facts.keySerials) },
    { title: '委托授权', lines: orNone(delegations) },
    { title: '保管的物品', lines: orNone(facts.custody) },
    { title: '所任角色的待办件', lines: orNone(facts.cases) },
    { title: '未完成的计划', lines: orNone(facts.plans) },
    { title: '未完成的报表', lines: orNone(facts.forms) },
  ]
}
