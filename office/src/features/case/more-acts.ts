import { type Action, type CaseDialog, isAllowed } from './case-actions.ts'
import type { Case } from './case-draft.ts'

interface MoreAct {
  readonly dialog: CaseDialog
  readonly title: string
  /** When it is used, in one sentence. */
  readonly when: string
}

const ACTS: readonly (MoreAct & { readonly action: Action })[] = [
  {
    action: 'hold',
    dialog: 'hold',
    title: '暂停办理',
    when: '需要专家评审、检验检测或核实材料时使用，申请人会收到书面说明。',
  },
  { action: 'resume', dialog: 'resume', title: '恢复办理', when: '暂停的原因已经消除，继续审核和审批。' },
  {
    action: 'move',
    dialog: 'move',
    title: '移送其他机构',
    when: '申请人选错了认定机构时使用，对方接收以后该件才会转出。',
  },
  {
    action: 'correct',
    dialog: 'correct',
    title: '更正结论',
    when: '结论有误时使用，须由两人先后提出和复核，原结论保留可查。',
  },
]

const LETTER: MoreAct = { dialog: 'letter', title: '决定书', when: '出具、打开本件的决定书，登记送达日期。' }

/** What this officer can do beside the main line, as the server said. */
export function listMoreActs(view: Pick<Case, 'actions' | 'row'>): MoreAct[] {
  const { status, stage } = view.row
  const acts: MoreAct[] = ACTS.filter(({ action }) => isAllowed(view, action))
  // The letter belongs to every conclusion; who may read the receipt may read it too.
  const isConcluded = stage === 'closed' && (status === 'recognised' || status === 'not-recognised')
  return isConcluded && isAllowed(view, 'print-receipt') ? [...acts, LETTER] : acts
}
