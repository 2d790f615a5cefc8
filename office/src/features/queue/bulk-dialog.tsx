import { useQueryClient } from '@tanstack/react-query'
import {
  type BulkRunKind,
  listRunsEndpoint,
  previewReviewsEndpoint,
  startApprovalRunEndpoint,
  startReviewRunEndpoint,
} from '@xingtan/contract/office/bulk-run'
import { type CaseRow, approveCasesEndpoint } from '@xingtan/contract/office/case'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { BulkPlan } from '../../components/bulk-plan.tsx'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { BULK_WORDS } from './bulk-words.ts'

interface BulkDialogProps {
  readonly kind: BulkRunKind
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
  readonly onStarted: () => void
}

function useDryRun(kind: BulkRunKind) {
  const approvals = useCommand(approveCasesEndpoint)
  const reviews = useCommand(previewReviewsEndpoint)
  const tryOut = (versions: readonly { applicationId: string; version: number }[]) => {
    const cases = [...versions]
    if (kind === 'approve') approvals.mutate({ input: { cases, dryRun: true } })
    else reviews.mutate({ input: { cases } })
  }
  const { data, error, isPending } = kind === 'approve' ? approvals : reviews
  return { tryOut, results: data?.results, error, isPending }
}

/** Choose → dry run → type the number → a run that can be left and found again (DEC-3). Exceptions are left out of the act. */
export function BulkDialog({ kind, cases, onClose, onStarted }: BulkDialogProps) {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const { tryOut, ...plan } = useDryRun(kind)
  const start = useCommand(kind === 'approve' ? startApprovalRunEndpoint : startReviewRunEndpoint, {
    onSuccess: ({ runId }) => {
      onStarted()
      void queryClient.invalidateQueries({ queryKey: [listRunsEndpoint.name] })
      void navigate(`/runs/${runId}`)
    },
  })
  const versions = cases.map(({ applicationId, version }) => ({ applicationId, version }))
  useEffect(() => {
    tryOut(versions)
    // The dry run belongs to the rows the dialog was opened with: once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const ready = new Set(
    plan.results?.filter(({ outcome }) => outcome === 'would-approve').map((result) => result.applicationId),
  )
  const nameOf = (applicationId: string) => cases.find((row) => row.applicationId === applicationId)?.name ?? ''
  return (
    <Dialog title={BULK_WORDS[kind].title} wide onClose={onClose}>
      {plan.isPending && <output className="status-line">正在逐件试算 {cases.length} 件，试算不会改变任何件。</output>}
      {plan.error !== null && (
        <ProblemAlert problem={plan.error}>
          <Button onClick={() => tryOut(versions)}>重新试算</Button>
        </ProblemAlert>
      )}
      {plan.results !== undefined && (
        <BulkPlan
          words={BULK_WORDS[kind]}
          results={plan.results}
          nameOf={nameOf}
          problem={start.error}
          isBusy={start.isPending}
          onClose={onClose}
          onConfirm={() =>
            start.mutate({ input: { cases: versions.filter(({ applicationId }) => ready.has(applicationId)) } })
          }
        />
      )}
    </Dialog>
  )
}
