import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { type SecurityEventKind, listSecurityEventsEndpoint, listSessionsEndpoint } from '@xingtan/contract/office/door'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Sessions = OutputOf<typeof listSessionsEndpoint>
type Events = OutputOf<typeof listSecurityEventsEndpoint>
type Mark = string | undefined

/** Who is signed in, page after page. */
export function useSessions() {
  return useInfiniteQuery<Sessions, ProblemError, Sessions['rows'], readonly unknown[], Mark>({
    queryKey: [listSessionsEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listSessionsEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** Failed sign-ins and alerts, page after page. */
export function useSecurityEvents(kind: SecurityEventKind | undefined) {
  return useInfiniteQuery<Events, ProblemError, Events['rows'], readonly unknown[], Mark>({
    queryKey: [listSecurityEventsEndpoint.name, kind],
    queryFn: ({ pageParam, signal }) => {
      const filter = kind === undefined ? {} : { kind }
      const input = pageParam === undefined ? filter : { ...filter, after: pageParam }
      return call(listSecurityEventsEndpoint, input, { signal })
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
