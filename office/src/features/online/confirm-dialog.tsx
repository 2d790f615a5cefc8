import type { OutputOf } from '@xingtan/contract/endpoint'
import type { CaseRow } from '@xingtan/contract/office/case'
import { confirmCasesEndpoint } from '@xingtan/contract/office/material'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useEffect } from 'react'
import { BulkPlan, type BulkWords } from '../../components/bulk-plan.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { saveTextFile } from '../../components/save-text-file.ts'
import { toCsv } from '../../components/to-csv.ts'
import { useOnlineCommand } from './use-online-command.ts'

type Results = OutputOf<typeof confirmCasesEndpoint>['results']

const WORDS: BulkWords = {
  title: '批量确认通过',
  verb: '确认通过',
  consequence: '确认通过后，认定状态改为待认定审批，系统出具受理凭证并通知申请人，认定期限从确认结束之日起算。',
}

interface ConfirmDialogProps {
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
}

/** Choose → dry run → type the number → result for each row, which can be kept as a file (CNF-3). */
export function ConfirmDialog({ cases, onClose }: ConfirmDialogProps) {
  const plan = useCommand(confirmCasesEndpoint)
  const run = useOnlineCommand(confirmCasesEndpoint)
  const versions = cases.map(({ applicationId, version }) => ({ applicationId, version }))
  const tryOut = () => plan.mutate({ input: { cases: versions, dryRun: true } })
  useEffect(() => {
    tryOut()
    // The dry run belongs to the rows the dialog was opened with: once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const nameOf = (applicationId: string) => cases.find((row) => row.applicationId === applicationId)?.name ?? ''
  const ready = new Set(
    plan.data?.results.filter(({ outcome }) => outcome === 'would-confirm').map(({ applicationId }) => applicationId),
  )
  if (run.data !== undefined) return <Answer results={run.data.results} nameOf={nameOf} onClose={onClose} />
  return (
    <Dialog title={WORDS.title} wide onClose={onClose}>
      {plan.isPending && <output className="status-line">正在逐件试算 {cases.length} 件，试算不会改变任何件。</output>}
      {plan.error !== null && (
        <ProblemAlert problem={plan.error}>
          <Button onClick={tryOut}>重新试算</Button>
        </ProblemAlert>
      )}
      {plan.data !== undefined && (
        <BulkPlan
          words={WORDS}
          results={plan.data.results}
          nameOf={nameOf}
          problem={run.error}
          isBusy={run.isPending}
          onClose={onClose}
          onConfirm={() =>
            run.mutate({
              input: { cases: versions.filter(({ applicationId }) => ready.has(applicationId)), dryRun: false },
            })
          }
        />
      )}
    </Dialog>
  )
}

interface AnswerProps {
  readonly results: Results
  readonly nameOf: (applicationId: string) => string
  readonly onClose: () => void
}

function Answer({ results, nameOf, onClose }: AnswerProps) {
  const done = results.filter(({ outcome }) => outcome === 'confirmed').length
  const keep = () => {
    const rows = results.map(({ applicationId, registrationNumber, sentence }) => [
      registrationNumber,
      nameOf(applicationId),
      sentence,
    ])
    saveTextFile('网上审核结果.csv', toCsv([['报名号', '姓名', '结果'], ...rows]))
  }
  return (
    <Dialog title="批量确认结果" wide onClose={onClose}>
      <output className="bulk-counts">
        已确认通过 <strong>{done}</strong> 件，未办理 <strong>{results.length - done}</strong> 件。
      </output>
      <ScrollRegion className="bulk-list" label="每一件的结果">
        <ul>
          {results.map(({ applicationId, registrationNumber, outcome, sentence }) => (
            <li key={applicationId} data-outcome={outcome}>
              <span className="nowrap">{registrationNumber}</span> {nameOf(applicationId)}：{sentence}
            </li>
          ))}
        </ul>
      </ScrollRegion>
      <div className="dialog-actions">
        <Button onClick={keep}>下载结果</Button>
        <Button type="primary" onClick={onClose} data-autofocus>
          返回队列
        </Button>
      </div>
    </Dialog>
  )
}
