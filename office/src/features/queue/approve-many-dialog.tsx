import { useQueryClient } from '@tanstack/react-query'
import {
  type CaseRow,
  approveCasesEndpoint,
  getWorkEndpoint,
  listCasesEndpoint,
  listCertificatesEndpoint,
} from '@xingtan/contract/office/case'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ApproveManyPlan } from './approve-many-plan.tsx'
import { ApproveManyResult } from './approve-many-result.tsx'

interface ApproveManyProps {
  readonly cases: readonly CaseRow[]
  readonly onClose: () => void
  readonly onDone: () => void
}

/** Choose → dry run → type the number → result per row (DEC-3). Exceptions of the dry run are left out of the act. */
export function ApproveManyDialog({ cases, onClose, onDone }: ApproveManyProps) {
  const queryClient = useQueryClient()
  const { mutate: tryOut, ...plan } = useCommand(approveCasesEndpoint)
  const approve = useCommand(approveCasesEndpoint, {
    onSuccess: () => {
      onDone()
      for (const { name } of [listCasesEndpoint, getWorkEndpoint, listCertificatesEndpoint])
        void queryClient.invalidateQueries({ queryKey: [name] })
    },
  })
  const versions = cases.map(({ applicationId, version }) => ({ applicationId, version }))
  useEffect(() => {
    tryOut({ input: { cases: versions, dryRun: true } })
    // The dry run belongs to the rows the dialog was opened with: once.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [])
  const ready = new Set(
    plan.data?.results.filter(({ outcome }) => outcome === 'would-approve').map((result) => result.applicationId),
  )
  const nameOf = (applicationId: string) => cases.find((row) => row.applicationId === applicationId)?.name ?? ''
  if (approve.isSuccess) {
    return (
      <Dialog title="批量认定结果" wide onClose={onClose}>
        <ApproveManyResult results={approve.data.results} nameOf={nameOf} onClose={onClose} />
      </Dialog>
    )
  }
  return (
    <Dialog title="批量认定通过" wide onClose={onClose}>
      {plan.isPending && <output className="status-line">正在逐件试算 {cases.length} 件，试算不会改变任何件。</output>}
      {plan.isError && (
        <ProblemAlert problem={plan.error}>
          <Button onClick={() => tryOut({ input: { cases: versions, dryRun: true } })}>重新试算</Button>
        </ProblemAlert>
      )}
      {plan.data !== undefined && (
        <ApproveManyPlan
          results={plan.data.results}
          nameOf={nameOf}
          problem={approve.error}
          isBusy={approve.isPending}
          onClose={onClose}
          onConfirm={() =>
            approve.mutate({
              input: { cases: versions.filter(({ applicationId }) => ready.has(applicationId)), dryRun: false },
            })
          }
        />
      )}
    </Dialog>
  )
}
