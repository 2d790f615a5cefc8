import { useQueryClient } from '@tanstack/react-query'
import { getMeEndpoint, signOutEndpoint } from '@xingtan/contract/account'
import { useToast } from '@xingtan/ui/use-toast'
import { useCommand } from '@xingtan/ui/use-command'
import { useNavigate } from 'react-router'
import { paths } from '../paths.ts'
import { noteSessionEnd } from './end-notice.ts'
import { noteLeaving } from './leaving.ts'
import { forgetPerson } from './watch-session.ts'

/** Ends the session on the server, goes to the start page and forgets everything fetched for this person (S-021). */
export function useSignOut() {
  const queryClient = useQueryClient()
  const navigate = useNavigate()
  const announce = useToast()
  const command = useCommand(signOutEndpoint, {
    onSuccess: async () => {
      // First nobody is here any more, so that the start page asks for nothing of one's own.
      noteLeaving(true)
      await queryClient.invalidateQueries({ queryKey: [getMeEndpoint.name] })
      forgetPerson(queryClient)
      await navigate(paths.home)
      noteLeaving(false)
      noteSessionEnd(false)
      announce('您已退出登录。')
    },
    onError: () => announce('退出没有成功，请检查网络后再试一次；使用公用电脑的，请关闭浏览器。'),
  })
  return { signOut: () => command.mutate({ input: {} }), isBusy: command.isPending }
}
