import { listReasonsEndpoint, refuseCaseEndpoint, refuseConfirmationEndpoint } from '@xingtan/contract/office/case'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import type { Case } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { type ChosenReasons, ReasonPicker, toReasonChoices } from '../../components/reason-picker.tsx'
import { useCaseCommand } from './use-case-command.ts'

const KINDS = {
  'refuse-confirmation': {
    stage: 'confirm',
    title: '确认未通过',
    sentence: '认定状态变为确认未通过，申请人会一次收到全部原因；补正后可以联系确认点，由工作人员恢复为网报待确认。',
    done: '已记为确认未通过，全部原因已通知申请人。',
  },
  refuse: {
    stage: 'conclude',
    title: '认定未通过',
    sentence: '这是不予认定的行政决定，作出后不能撤回。申请人会收到全部原因，以及申请行政复议或提起行政诉讼的途径。',
    done: '已作出认定未通过的结论，原因与救济途径已通知申请人。',
  },
} as const

interface RefuseProps {
  readonly view: Case
  readonly kind: keyof typeof KINDS
  readonly onClose: () => void
}

/** Refusal at the desk or as the conclusion, with every reason at once (CNF-2, DEC-4). */
export function RefuseDialog({ view, kind, onClose }: RefuseProps) {
  const words = KINDS[kind]
  const announce = useToast()
  const reasons = useEndpoint(listReasonsEndpoint, { stage: words.stage })
  const [chosen, setChosen] = useState<ChosenReasons>(new Map())
  const [tried, setTried] = useState(false)
  const refuse = useCaseCommand(kind === 'refuse' ? refuseCaseEndpoint : refuseConfirmationEndpoint, () => {
    announce(words.done)
    onClose()
  })
  const error = tried && chosen.size === 0 ? '请至少选择一条原因。' : undefined
  const submit = () => {
    setTried(true)
    if (chosen.size === 0) return
    const { applicationId } = view.row
    refuse.mutate({ input: { applicationId, version: view.version, reasons: toReasonChoices(chosen) } })
  }
  return (
    <Dialog title={`${words.title}：${view.row.name}`} wide onClose={onClose}>
      <p>{words.sentence}</p>
      <QueryState query={reasons}>
        {(catalogue) => <ReasonPicker reasons={catalogue.reasons} chosen={chosen} onChange={setChosen} error={error} />}
      </QueryState>
      <CommandProblem problem={refuse.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button type="primary" danger loading={refuse.isPending} onClick={submit}>
          {words.title}
          {chosen.size > 0 && `（${chosen.size} 条原因）`}
        </Button>
      </div>
    </Dialog>
  )
}
