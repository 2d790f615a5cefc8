import type { TimelineEntry } from '@xingtan/contract/application'
import { CASE_STAGE_TITLES, type CaseStage } from '@xingtan/contract/office/case'
import type { CaseEventKind } from './application.ts'

/** One event of a case with the words that go with it. */
export interface HistoryEvent {
  readonly kind: CaseEventKind
  readonly at: Date
  readonly who: string | null
  /** 留言, note or count of reasons; never a result of class C4. */
  readonly sentence: string | null
}

const EVENT_TITLES: Readonly<Record<CaseEventKind, string>> = {
  submitted: '网上报名',
  amended: '修改报名信息',
  withdrawn: '撤回申请',
  confirmed: '确认通过',
  'confirmation-refused': '确认未通过',
  returned: '退回网报待确认',
  'vetting-recorded': '核查结果已登记',
  'diploma-recorded': '毕业证书已核验',
  reviewed: '审核',
  recognised: '认定通过',
  'not-recognised': '认定未通过',
  'materials-handed-in': '提交网上确认材料',
  'materials-judged': '网上审核材料',
  'time-granted': '延长补充材料时间',
  'medical-recorded': '登记体检结论',
  held: '暂停办理',
  resumed: '恢复办理',
  moved: '移送其他机构',
  succeeded: '由接替机构办理',
  corrected: '撤回认定结论',
}

/** What happened, and for an open case where it stands and by when it is due (interface: case page). */
export function listCaseTimeline(
  events: readonly HistoryEvent[],
  present: { readonly stage: CaseStage; readonly dueOn: string | null; readonly dueProvisional: boolean },
): TimelineEntry[] {
  const done = events.map(({ kind, at, who, sentence }): TimelineEntry => ({
    title: EVENT_TITLES[kind],
    state: 'done',
    at: at.toISOString(),
    who,
    due: null,
    sentence,
  }))
  if (present.stage === 'closed') return done
  const sentence = present.dueProvisional ? '期限按工作日暂定，假期安排公布后可能调整。' : null
  const title = CASE_STAGE_TITLES[present.stage]
  return [...done, { title, state: 'now', at: null, who: null, due: present.dueOn, sentence }]
}
