import type { QueryClient } from '@tanstack/react-query'
import { getMeEndpoint, type Me } from '@xingtan/contract/account'
import { ProblemError } from '@xingtan/ui/problem-error'
import { noteActivity } from './activity.ts'
import { noteSessionEnd } from './end-notice.ts'

function isSignedOut(error: unknown): boolean {
  return error instanceof ProblemError && error.code === 'request.sign-in-needed'
}

/** Forgets everything but who is here: nothing of one person may be shown to the next at the same computer (S-024). */
export function forgetPerson(queryClient: QueryClient): void {
  queryClient.removeQueries({ predicate: ({ queryKey }) => queryKey[0] !== getMeEndpoint.name })
  queryClient.getMutationCache().clear()
}

/**
 * Follows every answer of the server. An answered call moves the idle end on; a 401 asks anew who is here, and pages
 * behind the sign-in lead there; when somebody is no longer signed in, what was fetched for them is forgotten.
 */
export function watchSession(queryClient: QueryClient): void {
  const askAgain = () => void queryClient.invalidateQueries({ queryKey: [getMeEndpoint.name] })
  let wasSignedIn = false
  queryClient.getQueryCache().subscribe((event) => {
    if (event.type !== 'updated') return
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain()
    if (event.action.type !== 'success') return
    noteActivity()
    if (event.query.queryKey[0] !== getMeEndpoint.name) return
    // The cache gives no types back; the endpoint's own schema parsed this answer.
    const isSignedIn = (event.query.state.data as Me | undefined)?.signedIn === true
    if (wasSignedIn !== isSignedIn) noteSessionEnd(wasSignedIn)
    if (wasSignedIn && !isSignedIn) forgetPerson(queryClient)
    wasSignedIn = isSignedIn
  })
  queryClient.getMutationCache().subscribe((event) => {
    if (event.type !== 'updated') return
    if (event.action.type === 'success') noteActivity()
    if (event.action.type === 'error' && isSignedOut(event.action.error)) askAgain()
  })
}
