import type { CaseAction, CaseStage } from '@xingtan/contract/office/case'
import { formatDay } from '@xingtan/ui/date-format'
import type { z } from 'zod'
import type { Case } from './case-draft.ts'

export type Action = z.infer<typeof CaseAction>

/** The questions of this page; one is open at a time. */
export type CaseDialog =
  | 'confirm'
  | 'refuse-confirmation'
  | 'return'
  | 'review-pass'
  | 'review-fail'
  | 'approve'
  | 'refuse'
  | 'diploma'
  | 'vet-crime'
  | 'vet-offence'
  | 'receipt'
  | 'reveal'
  | 'keys'
  | 'more'
  | 'hold'
  | 'resume'
  | 'move'
  | 'correct'
  | 'letter'

const ACCEPTING: readonly (readonly [Action, CaseDialog])[] = [
  ['confirm', 'confirm'],
  ['approve', 'approve'],
  ['review', 'review-pass'],
]

const REFUSING: readonly (readonly [Action, CaseDialog])[] = [
  ['refuse-confirmation', 'refuse-confirmation'],
  ['refuse', 'refuse'],
  ['review', 'review-fail'],
]

/** The act a stage waits for; its reason is told when this officer cannot do it. */
const AWAITED: Readonly<Record<CaseStage, Action | undefined>> = {
  'awaiting-confirmation': 'confirm',
  vetting: 'request-vetting',
  'awaiting-diploma': 'record-diploma',
  'awaiting-review': 'review',
  'awaiting-approval': 'approve',
  closed: undefined,
}

/** Whether this officer may do this now, as the server said. */
export function isAllowed(view: Pick<Case, 'actions'>, action: Action): boolean {
  return view.actions.some((each) => each.action === action && each.allowed)
}

/** What Y opens. */
export function acceptingDialog(view: Pick<Case, 'actions'>): CaseDialog | undefined {
  return ACCEPTING.find(([action]) => isAllowed(view, action))?.[1]
}

/** What N opens. */
export function refusingDialog(view: Pick<Case, 'actions'>): CaseDialog | undefined {
  return REFUSING.find(([action]) => isAllowed(view, action))?.[1]
}

/** What the decision bar says: the consequence of the act that is possible, otherwise why the awaited one is not. */
export function decisionSentence(view: Pick<Case, 'actions' | 'row' | 'isOffered'>): string {
  const { row } = view
  const due = row.dueOn === null ? undefined : formatDay(row.dueOn)
  switch (acceptingDialog(view)) {
    case 'confirm':
      return due === undefined
        ? '确认通过后，该件转入待认定审批，认定结论须在法定的 30 个工作日内作出。'
        : `确认通过后，该件转入待认定审批，认定结论应于 ${due} 前作出。`
    case 'approve':
      return `认定通过后立即编定证书号码，不能撤回。${dueSentence(due)}`
    case 'review-pass':
      return `审核只提出意见，认定结论由另一名审批人员作出。${dueSentence(due)}`
    default:
      return reasonNot(view) ?? closedSentence(view)
  }
}

function dueSentence(due: string | undefined): string {
  return due === undefined ? '' : `认定结论应于 ${due} 前作出。`
}

function reasonNot({ actions, row }: Pick<Case, 'actions' | 'row'>): string | undefined {
  const awaited = AWAITED[row.stage]
  const entry = actions.find(({ action }) => action === awaited)
  if (entry === undefined) return undefined
  return entry.allowed ? '请先完成本环节的核查，核查齐备后转入下一环节。' : (entry.why ?? undefined)
}

function closedSentence({ row, isOffered }: Pick<Case, 'row' | 'isOffered'>): string {
  if (isOffered) return '其他机构请本机构接收该件；接收以前可以查阅，由原机构继续办理。'
  return row.stage === 'closed' ? '该件已经办结，仅供查阅。' : '您可以查阅该件；本环节由其他人员办理。'
}
