import { useInfiniteQuery } from '@tanstack/react-query'
import { type OnlineRow, listOnlineCasesEndpoint } from '@xingtan/contract/office/material'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'
import type { OnlineFilters } from './online-filters.ts'

interface OnlinePage {
  readonly rows: readonly OnlineRow[]
  readonly after: string | null
}

/** The online queue, page after page by the mark of the last row (keyset), oldest hand-in first. */
export function useOnlineCases(filters: OnlineFilters) {
  return useInfiniteQuery<OnlinePage, ProblemError, readonly OnlineRow[], readonly unknown[], string | undefined>({
    queryKey: [listOnlineCasesEndpoint.name, 'pages', filters],
    queryFn: ({ pageParam, signal }) =>
      call(
        listOnlineCasesEndpoint,
        { ...filters, ...(pageParam === undefined ? {} : { after: pageParam }) },
        { signal },
      ),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
