import type { QueryClient } from '@tanstack/react-query'
import { beginSignInEndpoint, finishSignInEndpoint, getOfficerEndpoint } from '@xingtan/contract/office/session'
import { ProblemError } from '@xingtan/ui/problem-error'
import { noteActivity } from './activity.ts'
import { leaveEndNotice } from './end-notice.ts'

const SIGN_IN: ReadonlySet<string> = new Set([beginSignInEndpoint.name, finishSignInEndpoint.name])

function isSignedOut(error: unknown): error is ProblemError {
  return error instanceof ProblemError && error.status === 401
}

/**
 * Follows every answer of the server: an answered call moves the idle end on, a 401 asks anew who is signed in, which
 * leads to the sign-in page. Asking who is signed in is no activity of a person and moves nothing.
 */
export function watchSession(queryClient: QueryClient): void {
  const askAgain = (error: ProblemError) => {
    leaveEndNotice(error.message)
    void queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] })
  }
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated' || event.query.queryKey[0] === getOfficerEndpoint.name) return
    if (event.action.type === 'success') noteActivity()
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain(event.action.error)
  })
  queryClient.getMutationCache().subscribe((event) => {
    // The sign-in page shows its own refusals.
    if (event.type !== 'updated' || SIGN_IN.has(String(event.mutation.options.mutationKey?.[0]))) return
    if (event.action.type === 'success') noteActivity()
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain(event.action.error)
  })
}
