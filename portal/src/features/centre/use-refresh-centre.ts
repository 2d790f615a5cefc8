import { useQueryClient } from '@tanstack/react-query'
import { getCentreEndpoint } from '@xingtan/contract/evidence'
import { useCallback } from 'react'

/** Asks for the personal centre anew, after something in it was changed. */
export function useRefreshCentre(): () => Promise<void> {
  const queryClient = useQueryClient()
  return useCallback(() => queryClient.invalidateQueries({ queryKey: [getCentreEndpoint.name] }), [queryClient])
}
