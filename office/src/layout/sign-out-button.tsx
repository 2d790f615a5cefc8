import { officeSignOutEndpoint } from '@xingtan/contract/office/session'
import { useCommand } from '@xingtan/ui/use-command'
import { Button } from 'antd'

/** Ends the session on the server and leaves nothing behind in this one. */
export function SignOutButton() {
  const signOut = useCommand(officeSignOutEndpoint, {
    // A new page, not a navigation: nothing of the cases that were read stays in memory.
    onSuccess: () => window.location.assign('/sign-in'),
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
