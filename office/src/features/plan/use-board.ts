import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { listPlansEndpoint } from '@xingtan/contract/office/plan'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Board = OutputOf<typeof listPlansEndpoint>

export interface BoardFilter {
  readonly roundId?: string
  readonly scope?: 'all'
}

interface ShownBoard {
  readonly rounds: Board['rounds']
  readonly roundId: string | null
  readonly rows: Board['rows']
}

/** Plans of a round, page after page. */
export function useBoard(filter: BoardFilter) {
  return useInfiniteQuery<Board, ProblemError, ShownBoard, readonly unknown[], string | undefined>({
    queryKey: [listPlansEndpoint.name, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listPlansEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: ({ pages }) => ({
      rounds: pages[0]?.rounds ?? [],
      roundId: pages[0]?.roundId ?? null,
      rows: pages.flatMap(({ rows }) => rows),
    }),
  })
}
