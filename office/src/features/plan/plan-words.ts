import type { PlanRow, PlanState } from '@xingtan/contract/office/plan'
import type { Tone } from '@xingtan/ui/components/status-tag'

export const STATE_TONES: Readonly<Record<PlanState, Tone>> = {
  draft: 'neutral',
  'handed-in': 'wait',
  returned: 'stop',
  approved: 'act',
  scheduled: 'info',
  published: 'ok',
}

/** A deadline on the board: done, to come, or missed. */
export const DEADLINES = {
  done: { tone: 'ok', title: '已发布' },
  due: { tone: 'wait', title: '未到期' },
  overdue: { tone: 'stop', title: '已逾期' },
} as const satisfies Record<NonNullable<PlanRow['announcement']>, { tone: Tone; title: string }>

/** Steps of a plan's life in its history. */
export const HISTORY_TITLES = {
  'handed-in': '提交上级',
  approved: '批准',
  returned: '退回',
  published: '发布',
  extended: '延期',
} as const
