import { CaseAction } from '@xingtan/contract/office/case'
import type { Refusal } from '@xingtan/contract/problem'
import { sentenceOf } from '@xingtan/contract/problem'
import type { CaseRole, CaseState } from './application.ts'
import { ACTIONS_BY_STATE, canDo } from './application.ts'
import { refuseAct } from './decision.ts'

/** Reasons beside state and role that stand against an act now, as the command itself would find them. */
export type ActionRefusals = Partial<Readonly<Record<CaseAction, readonly Refusal[]>>>

export interface OfferedAction {
  readonly action: CaseAction
  readonly allowed: boolean
  readonly why: string | null
}

function isEverOffered(roles: readonly CaseRole[], action: CaseAction): boolean {
  return Object.values(ACTIONS_BY_STATE).some((row) => roles.some((role) => row[role].includes(action)))
}

/**
 * Every act these roles ever have, each allowed or with the sentence why not; acts of other roles are left out. The same
 * table and the same rules as the commands (architecture §3 rule 1).
 */
export function listCaseActions(
  state: CaseState,
  roles: readonly CaseRole[],
  refusals: ActionRefusals,
): OfferedAction[] {
  return CaseAction.options
    .filter((action) => isEverOffered(roles, action))
    .map((action) => {
      const act = canDo(state, roles, action) ? (refusals[action] ?? []) : []
      const stopped = [...refuseAct({ state, version: 0 }, { action, roles, version: null }), ...act]
      return {
        action,
        allowed: stopped.length === 0,
        why: stopped.length === 0 ? null : stopped.map(sentenceOf).join(''),
      }
    })
}
