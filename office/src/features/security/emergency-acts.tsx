import { useQueryClient } from '@tanstack/react-query'
import {
  type EmergencyAccount,
  approveEmergencyEndpoint,
  askEmergencyEndpoint,
  closeEmergencyEndpoint,
  listEmergencyEndpoint,
} from '@xingtan/contract/office/emergency'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ShortForm } from '../../components/short-form.tsx'
import { SealDialog } from './seal-dialog.tsx'

/** What this administrator may do about an emergency account now. */
export function EmergencyActs({ account }: { readonly account: EmergencyAccount }) {
  const [asked, setAsked] = useState<'ask' | 'seal'>()
  const announce = useToast()
  const queryClient = useQueryClient()
  const onSuccess = (sentence: string) => () => {
    announce(sentence)
    void queryClient.invalidateQueries({ queryKey: [listEmergencyEndpoint.name] })
  }
  const approve = useCommand(approveEmergencyEndpoint, { onSuccess: onSuccess('应急账号已启用，60 分钟后自动失效。') })
  const close = useCommand(closeEmergencyEndpoint, { onSuccess: onSuccess('已结束，应急账号不能再登录。') })
  const [last] = account.openings
  const error = approve.error ?? close.error
  const openingId = last?.openingId ?? ''
  return (
    <>
      {error !== null && <ProblemAlert problem={error} />}
      <div className="section-actions emergency-acts no-print">
        {account.mayApprove && (
          <Button
            type="primary"
            danger
            loading={approve.isPending}
            onClick={() => approve.mutate({ input: { openingId } })}
          >
            同意启用
          </Button>
        )}
        {account.mayAsk && <Button onClick={() => setAsked('ask')}>申请启用</Button>}
        {account.mayClose && (
          <Button loading={close.isPending} onClick={() => close.mutate({ input: { openingId } })}>
            {account.state === 'open' ? '结束启用' : '撤回申请'}
          </Button>
        )}
        {account.maySeal && (
          <Button onClick={() => setAsked('seal')}>{account.username === null ? '设立并封存' : '重新封存'}</Button>
        )}
      </div>
      {asked === 'ask' && (
        <ShortForm
          endpoint={askEmergencyEndpoint}
          title={`申请启用：${account.agencyName}`}
          lead={<p>申请后须由另一岗位的管理员在 60 分钟内同意，一人不能启用。</p>}
          lines={[{ id: 'reason', label: '启用原因', maxLength: 200 }]}
          submitText="申请启用"
          isDanger
          done="已申请，等待第二人同意。"
          onClose={() => setAsked(undefined)}
          toInput={({ reason = '' }) => ({ agencyCode: account.agencyCode, reason })}
        />
      )}
      {asked === 'seal' && <SealDialog username={account.username} onClose={() => setAsked(undefined)} />}
    </>
  )
}
