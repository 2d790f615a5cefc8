import { REGISTRATION_STAGE_TITLES, RegistrationStage } from '@xingtan/contract/plan-content'
import { addDays, daysBetween } from './calendar-day.ts'
import { contains, daysOf } from './plan-days.ts'
import { NESTING_BASIS, type PlanFinding, type Question } from './plan-finding.ts'
import { spanOf } from './plan.ts'
import { readableDay } from './readable-time.ts'

const ORDER = RegistrationStage.options
const CHAIN_BASIS = '《中小学教师资格定期注册暂行办法》（教师〔2013〕9号）；皖教秘〔2024〕263号第一条'

/** Registration is carried out in the second half-year only (教资字〔2020〕1号; 甘肃 2021). */
function refuseHalf({ draft }: Question): PlanFinding[] {
  const windows = [
    { field: 'phases', title: '网上报名', window: spanOf(draft.phases) },
    { field: 'umbrella', title: '定期注册总时间', window: draft.umbrella ?? undefined },
  ]
  return windows.flatMap(({ field, title, window }) => {
    if (window === undefined) return []
    const { first } = daysOf(window)
    if (first.slice(5) >= '07-01') return []
    const values = { window: title, day: readableDay(first) }
    const code = 'plan.registration-first-half' as const
    return [{ code, field, values, severity: 'block' as const, provisional: false, basis: NESTING_BASIS }]
  })
}

/** Each stage is there, lies inside the umbrella (终审 may follow it), and keeps the order of the chain. */
function refuseStages({ draft }: Question): PlanFinding[] {
  const findings: PlanFinding[] = []
  const more = { severity: 'block', provisional: false, basis: CHAIN_BASIS } as const
  let previous = { title: '本人申请', window: spanOf(draft.phases) }
  for (const stage of ORDER) {
    const title = REGISTRATION_STAGE_TITLES[stage]
    const field = `stages.${stage}`
    const window = draft.stages.find((one) => one.stage === stage)
    if (window === undefined) {
      findings.push({ code: 'plan.stage-missing', field, values: { stage: title }, ...more })
      continue
    }
    if (window.closesAt <= window.opensAt) {
      findings.push({ code: 'plan.empty-window', field, values: { window: title }, ...more })
      continue
    }
    const isInside = draft.umbrella === null || stage === 'province' || contains(draft.umbrella, window)
    if (!isInside) findings.push({ code: 'plan.stage-outside', field, values: { stage: title }, ...more })
    const before = previous.window
    if (before !== undefined && (window.opensAt < before.opensAt || window.closesAt < before.closesAt)) {
      findings.push({ code: 'plan.stage-order', field, values: { stage: title, previous: previous.title }, ...more })
    }
    previous = { title, window }
  }
  return findings
}

/** The conclusion is published for a week (皖教秘〔2024〕263号); whole days are counted. */
function refusePublicity({ draft, facts }: Question): PlanFinding[] {
  const window = draft.stages.find(({ stage }) => stage === 'publicity')
  if (window === undefined || window.closesAt <= window.opensAt) return []
  const required = facts.rules.value.publicityDays
  const { first, last } = daysOf(window)
  const found = daysBetween(first, addDays(last, 1))
  if (found >= required) return []
  const values = { found, required }
  const field = 'stages.publicity'
  const { source: basis } = facts.rules
  return [{ code: 'plan.publicity-too-short', field, values, severity: 'block', provisional: false, basis }]
}

/** What is wrong with the chain of a registration plan (REG-2): 本人申请 → 学校 → 县 → 公示 → 市 → 省. */
export function refuseRegistration(question: Question): PlanFinding[] {
  if (question.draft.kind !== 'registration') return []
  return [...refuseHalf(question), ...refuseStages(question), ...refusePublicity(question)]
}
