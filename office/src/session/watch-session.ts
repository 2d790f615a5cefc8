import type { QueryClient } from '@tanstack/react-query'
import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import { ProblemError } from '@xingtan/ui/problem-error'
import { noteActivity } from './activity.ts'

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.status === 401
}

/**
 * Follows every answer of the server: an answered call moves the idle end on, a 401 asks anew who is signed in, which
 * leads to the sign-in page. Asking who is signed in is no activity of a person and moves nothing.
 */
export function watchSession(queryClient: QueryClient): void {
  const askAgain = () => {
    void queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] })
  }
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] === getOfficerEndpoint.name) return
    if (event.action.type === 'success') noteActivity()
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain()
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated') return
    if (event.action.type === 'success') noteActivity()
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain()
  })
}
