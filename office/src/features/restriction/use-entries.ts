import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  type RestrictionState,
  listRestrictionHitsEndpoint,
  listRestrictionsEndpoint,
} from '@xingtan/contract/office/restriction'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Entries = OutputOf<typeof listRestrictionsEndpoint>
type Hits = OutputOf<typeof listRestrictionHitsEndpoint>
type Mark = string | undefined

/** Entries of one's line by state, page after page. */
export function useEntries(state: RestrictionState | undefined) {
  return useInfiniteQuery<Entries, ProblemError, Entries['rows'], readonly unknown[], Mark>({
    queryKey: [listRestrictionsEndpoint.name, state],
    queryFn: ({ pageParam, signal }) => {
      const filter = state === undefined ? {} : { state }
      return call(listRestrictionsEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal })
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** The work list of one's own agency, page after page. */
export function useHits() {
  return useInfiniteQuery<Hits, ProblemError, Hits['rows'], readonly unknown[], Mark>({
    queryKey: [listRestrictionHitsEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listRestrictionHitsEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
