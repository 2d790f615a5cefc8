import { useQueryClient } from '@tanstack/react-query'
import { getWorkEndpoint, listCasesEndpoint } from '@xingtan/contract/office/case'
import {
  listPendingVettingEndpoint,
  listVettingBatchesEndpoint,
  requestVettingEndpoint,
} from '@xingtan/contract/office/vetting'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { Link } from 'react-router'
import { Dialog } from './dialog.tsx'
import { ProblemAlert } from './problem-alert.tsx'
import { VETTING_WORDS, type VettingKind } from './vetting-words.ts'

interface VettingStartProps {
  readonly kind: VettingKind
  readonly applicationIds: readonly string[]
  readonly onClose: () => void
  readonly onStarted: () => void
}

/** Sends a batch of checks: personal data leaves the house and cannot be called back, so it asks once (DEC-1, DEC-2). */
export function VettingStartDialog({ kind, applicationIds, onClose, onStarted }: VettingStartProps) {
  const words = VETTING_WORDS[kind]
  const queryClient = useQueryClient()
  const start = useCommand(requestVettingEndpoint, {
    onSuccess: () => {
      onStarted()
      for (const { name } of [
        listPendingVettingEndpoint,
        listVettingBatchesEndpoint,
        listCasesEndpoint,
        getWorkEndpoint,
      ])
        void queryClient.invalidateQueries({ queryKey: [name] })
    },
  })
  if (start.isSuccess) {
    const byFile = start.data.batches.filter(({ way }) => way === 'file')
    return (
      <Dialog title={`${words.title}已发起`} onClose={onClose}>
        <p>共 {start.data.count} 件，结果返回后会自动记入各件的核查记录，您可以离开本页。</p>
        {byFile.length > 0 && (
          <p>
            其中{byFile.map(({ policeOfficeName, count }) => `${policeOfficeName ?? ''} ${count} 件`).join('、')}
            通过文件核查，请到批次中导出名单。
          </p>
        )}
        <div className="dialog-actions">
          <Link to="/vetting" onClick={onClose}>
            查看批次进度
          </Link>
          <Button type="primary" data-autofocus onClick={onClose}>
            完成
          </Button>
        </div>
      </Dialog>
    )
  }
  return (
    <Dialog title={`发起${words.title}`} onClose={onClose}>
      <p>
        将把 {applicationIds.length} 名申请人的姓名与证件号码送交{words.receiver}，发出后不能撤回。{words.note}
      </p>
      <p>整批一次发出：其中任何一件不属于您的受理范围，整批都不会发出。</p>
      {start.isError && <ProblemAlert problem={start.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>取消</Button>
        <Button
          type="primary"
          data-autofocus
          loading={start.isPending}
          onClick={() => start.mutate({ input: { applicationIds: [...applicationIds], kind } })}
        >
          发起 {applicationIds.length} 件{words.shortTitle}
        </Button>
      </div>
    </Dialog>
  )
}
