import { confirmCasesEndpoint, listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useEffect } from 'react'
import { useNavigate } from 'react-router'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { OnlineDialogProps } from './dialog-props.ts'
import { useOnlineCommand } from './use-online-command.ts'

/** 确认通过 of one online case: what stands against it is said before, and afterwards the next one opens. */
export function ConfirmOneDialog({ online, name, onClose }: OnlineDialogProps) {
  const announce = useToast()
  const navigate = useNavigate()
  const queue = useEndpoint(listOnlineCasesEndpoint, { state: 'handed-in' }, { refetchOnWindowFocus: false })
  const cases = [{ applicationId: online.applicationId, version: online.version }]
  const plan = useCommand(confirmCasesEndpoint)
  const tryOut = () => plan.mutate({ input: { cases, dryRun: true } })
  const run = useOnlineCommand(confirmCasesEndpoint, ({ results }) => {
    if (results[0]?.outcome !== 'confirmed') return tryOut()
    announce(`已确认通过：${name}。`)
    onClose()
    return void goOn()
  })
  /** What was confirmed a moment ago may still stand in what was read before: the reading that has just begun is waited for. */
  const goOn = async () => {
    const { data } = await queue.refetch({ cancelRefetch: false })
    const next = data?.rows.find(({ applicationId }) => applicationId !== online.applicationId)
    await navigate(next === undefined ? '/online' : `/online/${next.applicationId}`)
  }
  useEffect(() => {
    tryOut()
    // Tried for the case as it is now: the question may open a moment before its new version has arrived here.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [online.version])
  const answer = plan.data?.results[0]
  const isReady = answer?.outcome === 'would-confirm'
  const problem = plan.error ?? run.error
  return (
    <Dialog title={`确认通过：${name}`} onClose={onClose}>
      {plan.isPending && <output className="status-line">正在核对本件能否确认通过。</output>}
      {answer !== undefined && !isReady && (
        <div className="problem" role="alert">
          <p className="problem-title">现在不能确认通过</p>
          <p>{answer.sentence}</p>
        </div>
      )}
      {isReady && <p>确认通过后，认定状态改为待认定审批，系统出具受理凭证并通知申请人，认定期限从确认结束之日起算。</p>}
      {problem !== null && <ProblemAlert problem={problem} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>返回</Button>
        {isReady && (
          <Button
            type="primary"
            data-autofocus
            loading={run.isPending}
            onClick={() => run.mutate({ input: { cases, dryRun: false } })}
          >
            确认通过并出具受理凭证
          </Button>
        )}
      </div>
    </Dialog>
  )
}
