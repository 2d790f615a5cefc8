import { CASE_STAGE_TITLES, CaseStage } from '@xingtan/contract/office/case'
import { CUSTODY_KIND_TITLES } from '@xingtan/contract/office/custody'
import type { HandoverItem } from '@xingtan/contract/office/handover'
import { PLAN_STATE_TITLES } from '@xingtan/contract/office/plan'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import { listHandoverItems } from '@xingtan/domain/handover'
import type { Tx } from '../../platform/db.ts'
import { listItemsOf } from '../custody/index.ts'
import { listUnfinishedPlans } from '../plan/index.ts'
import { listDutiesOf } from '../staff/index.ts'
import { listUnfinishedForms } from '../work-info/index.ts'

function stageTitle(stage: string): string {
  const parsed = CaseStage.safeParse(stage)
  return parsed.success ? CASE_STAGE_TITLES[parsed.data] : stage
}

/** What a person hands over, as the system knows it at this moment (教资字〔2020〕1号 一(五), ACC-8). */
export async function assembleItems(tx: Tx, personId: string, agencyCode: string): Promise<HandoverItem[]> {
  const duties = await listDutiesOf(tx, personId)
  const custody = await listItemsOf(tx, personId)
  const roles = new Set(duties.users.flatMap((user) => user.roles))
  const plans = roles.has('plan') ? await listUnfinishedPlans(tx, agencyCode) : []
  const forms = roles.has('users') ? await listUnfinishedForms(tx, agencyCode) : []
  return listHandoverItems({
    users: duties.users.map(
      ({ username, agencyName, roles: held }) =>
        `${username}（${agencyName}）：${held.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}`,
    ),
    keySerials: duties.keySerials,
    delegationCount: duties.delegationCount,
    cases: duties.cases.map(({ stage, count }) => `${stageTitle(stage)}：${count} 件`),
    custody: custody.map(({ kind, label, serial }) => `${CUSTODY_KIND_TITLES[kind]}：${label}，编号 ${serial}`),
    plans: plans.map(({ roundName, state }) => `${roundName}：${PLAN_STATE_TITLES[state]}`),
    forms: forms.map(({ year, dueOn }) => `${year} 年工作信息采集表，截止 ${dueOn}`),
  })
}
