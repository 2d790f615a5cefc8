import { confirmCaseEndpoint } from '@xingtan/contract/office/case'
import { formatDay } from '@xingtan/ui/date-format'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { decisionSentence } from './case-actions.ts'
import { type Case, type CaseDraft, toConfirmation } from './case-draft.ts'
import { CommandProblem } from './command-problem.tsx'
import { areKeysOn, keepHospital } from './keys-setting.ts'
import { ReceiptLink } from './receipt-link.tsx'
import { useCaseCommand } from './use-case-command.ts'

interface ConfirmProps {
  readonly view: Case
  readonly draft: CaseDraft
  readonly onClose: () => void
  readonly onNext: () => void
}

/** The desk accepts: asks once, then hands out the 受理凭证 (CNF-2). */
export function ConfirmDialog({ view, draft, onClose, onNext }: ConfirmProps) {
  const confirm = useCaseCommand(confirmCaseEndpoint, () => keepHospital(localStorage, draft.hospital.trim()))
  useNextKey(confirm.isSuccess, onNext)
  const confirmation = toConfirmation(draft, view.checklist)
  if (confirm.isSuccess) {
    return (
      <Dialog title="已确认通过" onClose={onClose}>
        <output className="status-line">
          {view.row.name}的申请已转入待认定审批，认定结论应于 {formatDay(confirm.data.dueOn)}{' '}
          前作出。请把受理凭证交给申请人。
        </output>
        <ReceiptLink documentId={confirm.data.documentId} />
        <div className="dialog-actions">
          <Button onClick={onClose}>留在本件</Button>
          <Button type="primary" onClick={onNext} aria-keyshortcuts="S">
            下一件<kbd aria-hidden="true">S</kbd>
          </Button>
        </div>
      </Dialog>
    )
  }
  if (confirmation === undefined) return null
  const { judgements, medical } = confirmation
  return (
    <Dialog title={`确认通过：${view.row.name}`} onClose={onClose}>
      <p>{confirmSentence(view)}</p>
      <p>
        已人工核验 {judgements.length} 项，均为相符；体检{medical.conclusion === 'qualified' ? '合格' : '不合格'}（
        {formatDay(medical.examinedOn)}，{medical.hospital}）。
      </p>
      <CommandProblem problem={confirm.error} />
      <div className="dialog-actions">
        <Button onClick={onClose}>再看一看</Button>
        <Button
          type="primary"
          data-autofocus
          loading={confirm.isPending}
          onClick={() =>
            confirm.mutate({
              input: { applicationId: view.row.applicationId, version: view.version, ...confirmation },
            })
          }
        >
          确认通过并出具受理凭证
        </Button>
      </div>
    </Dialog>
  )
}

function confirmSentence(view: Case): string {
  return `${decisionSentence(view)}申请人会收到通知，此后不能再自行修改。`
}

/** S goes on to the next case once this one is accepted; the dialog has no field in which S would be text. */
function useNextKey(isDone: boolean, onNext: () => void): void {
  useEffect(() => {
    if (!isDone || !areKeysOn(localStorage)) return undefined
    const listen = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === 's' && !event.ctrlKey && !event.metaKey && !event.altKey) onNext()
    }
    document.addEventListener('keydown', listen)
    return () => document.removeEventListener('keydown', listen)
  })
}
