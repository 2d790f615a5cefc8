import { useQueryClient } from '@tanstack/react-query'
import { getOwnSignInEndpoint, revokeOwnPasskeyEndpoint } from '@xingtan/contract/office/security'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

interface RevokeProps {
  readonly serial: string
  readonly label: string
  readonly onClose: () => void
}

/** 注销通行密钥: one question that names the consequence. */
export function RevokePasskeyDialog({ serial, label, onClose }: RevokeProps) {
  const announce = useToast()
  const queryClient = useQueryClient()
  const revoke = useCommand(revokeOwnPasskeyEndpoint, {
    onSuccess: () => {
      announce('通行密钥已注销。')
      void queryClient.invalidateQueries({ queryKey: [getOwnSignInEndpoint.name] })
      onClose()
    },
  })
  return (
    <Dialog title={`注销通行密钥：${label}`} onClose={onClose}>
      <p>注销后，这个通行密钥立即失效，用它登录的页面会同时退出。需要时可以重新登记。</p>
      {revoke.isError && <ProblemAlert problem={revoke.error} />}
      <div className="dialog-actions">
        <Button onClick={onClose}>保留</Button>
        <Button
          type="primary"
          danger
          data-autofocus
          loading={revoke.isPending}
          onClick={() => revoke.mutate({ input: { serial } })}
        >
          注销通行密钥
        </Button>
      </div>
    </Dialog>
  )
}
