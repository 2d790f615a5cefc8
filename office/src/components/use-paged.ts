import { type UseInfiniteQueryResult, useInfiniteQuery } from '@tanstack/react-query'
import type { EndpointShape } from '@xingtan/contract/endpoint'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'
import type { z } from 'zod'

interface PageOf<Row> {
  readonly rows: Row[]
  readonly after: string | null
}

type Mark = string | undefined

/** A list endpoint read page after page by its mark, the rows of all pages in one line. */
export function usePaged<Input extends z.ZodType, Row>(
  endpoint: EndpointShape<Input, z.ZodType<PageOf<Row>>>,
  filter: Readonly<Record<string, unknown>>,
): UseInfiniteQueryResult<Row[], ProblemError> {
  return useInfiniteQuery<PageOf<Row>, ProblemError, Row[], readonly unknown[], Mark>({
    queryKey: [endpoint.name, filter],
    queryFn: ({ pageParam, signal }) => {
      const input = pageParam === undefined ? filter : { ...filter, after: pageParam }
      // The endpoint's own schema checks the filter on the way out.
      return call(endpoint, input as z.input<Input>, { signal })
    },
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
