import { useInfiniteQuery } from '@tanstack/react-query'
import { type CaseRow, listCasesEndpoint } from '@xingtan/contract/office/case'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'
import type { QueueFilters } from './queue-filters.ts'

interface CasePage {
  readonly rows: readonly CaseRow[]
  readonly after: string | null
}

/** The queue, page after page by the mark of the last row (keyset), oldest due date first. */
export function useCases(filters: QueueFilters) {
  return useInfiniteQuery<CasePage, ProblemError, readonly CaseRow[], readonly unknown[], string | undefined>({
    queryKey: [listCasesEndpoint.name, filters],
    queryFn: ({ pageParam, signal }) =>
      call(listCasesEndpoint, { ...filters, ...(pageParam === undefined ? {} : { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
