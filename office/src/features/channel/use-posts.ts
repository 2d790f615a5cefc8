import { useInfiniteQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { listChannelPostsEndpoint } from '@xingtan/contract/office/channel'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Posts = OutputOf<typeof listChannelPostsEndpoint>
export type PostFilter = Omit<InputOf<typeof listChannelPostsEndpoint>, 'after'>

/** A box by its filter, page after page. */
export function usePosts(filter: PostFilter) {
  return useInfiniteQuery<Posts, ProblemError, Posts['rows'], readonly unknown[], string | undefined>({
    queryKey: [listChannelPostsEndpoint.name, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listChannelPostsEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
