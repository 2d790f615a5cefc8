import { useQueryClient } from '@tanstack/react-query'
import { getMeEndpoint } from '@xingtan/contract/account'
import { useCallback } from 'react'
import { forgetPerson } from '../../session/watch-session.ts'

/** After a session has begun: forgets what was fetched before and asks who is here; pages then lead on by themselves. */
export function useEnter(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(async () => {
    forgetPerson(queryClient)
    await queryClient.invalidateQueries({ queryKey: [getMeEndpoint.name] })
  }, [queryClient])
}
