import { useQueryClient } from '@tanstack/react-query'
import { type AddressRule, endAddressRuleEndpoint, listAddressRulesEndpoint } from '@xingtan/contract/office/door'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { LockOutCheckbox } from './lock-out-checkbox.tsx'

/** 停用地址: sessions from there end at their next request. */
export function EndAddressDialog({ rule, onClose }: { readonly rule: AddressRule; readonly onClose: () => void }) {
  const [acceptsLockOut, setAcceptsLockOut] = useState(false)
  const announce = useToast()
  const queryClient = useQueryClient()
  const end = useCommand(endAddressRuleEndpoint, {
    onSuccess: () => {
      announce('地址已停用。')
      void queryClient.invalidateQueries({ queryKey: [listAddressRulesEndpoint.name] })
      onClose()
    },
  })
  return (
    <Dialog title={`停用地址：${rule.network}`} onClose={onClose}>
      <div className="security-form">
        <p>停用立即生效。从这个地址段登录的用户，下一步操作会要求从其他登记的地址重新登录。</p>
        {end.isError && <ProblemAlert problem={end.error} />}
        <LockOutCheckbox problem={end.error} checked={acceptsLockOut} onChange={setAcceptsLockOut} />
        <div className="dialog-actions">
          <Button onClick={onClose}>保留</Button>
          <Button
            type="primary"
            danger
            data-autofocus
            loading={end.isPending}
            onClick={() => end.mutate({ input: { ruleId: rule.ruleId, acceptsLockOut } })}
          >
            停用
          </Button>
        </div>
      </div>
    </Dialog>
  )
}
