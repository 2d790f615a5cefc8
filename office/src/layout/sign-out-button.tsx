import { officeSignOutEndpoint } from '@xingtan/contract/office/session'
import { useQueryClient } from '@tanstack/react-query'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'
import { useNavigate } from 'react-router'

/** Ends the session on the server and forgets every case this page has read. */
export function SignOutButton() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const signOut = useCommand(officeSignOutEndpoint, {
    onSuccess: async () => {
      await navigate('/sign-in')
      queryClient.clear()
    },
  })
  return (
    <span className="sign-out">
      <Button size="small" loading={signOut.isPending} onClick={() => signOut.mutate({ input: {} })}>
        退出
      </Button>
      {signOut.isError && (
        <span role="alert" className="sign-out-failure">
          没有退出成功，请再试一次。
        </span>
      )}
    </span>
  )
}
