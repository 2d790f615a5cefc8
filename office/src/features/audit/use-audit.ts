import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { type AuditFilter, searchAuditEndpoint } from '@xingtan/contract/office/audit'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Found = OutputOf<typeof searchAuditEndpoint>

/** Events of a question, page after page. Each search is an event: nothing is asked again behind the auditor's back. */
export function useAudit(filter: AuditFilter | undefined) {
  return useInfiniteQuery<Found, ProblemError, Found['rows'], readonly unknown[], string | undefined>({
    queryKey: [searchAuditEndpoint.name, filter],
    enabled: filter !== undefined,
    refetchOnWindowFocus: false,
    queryFn: ({ pageParam, signal }) =>
      call(searchAuditEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
