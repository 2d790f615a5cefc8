import { useInfiniteQuery } from '@tanstack/react-query'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { listConsultationsEndpoint } from '@xingtan/contract/office/consultation'
import { call } from '@xingtan/ui/call'
import type { ProblemError } from '@xingtan/ui/problem-error'

type Listed = OutputOf<typeof listConsultationsEndpoint>
export type ConsultationFilter = Omit<InputOf<typeof listConsultationsEndpoint>, 'after'>
type Mark = string | undefined

/** The inbox by its filter, page after page. */
export function useConsultations(filter: ConsultationFilter) {
  return useInfiniteQuery<Listed, ProblemError, Listed['rows'], readonly unknown[], Mark>({
    queryKey: [listConsultationsEndpoint.name, filter],
    queryFn: ({ pageParam, signal }) =>
      call(listConsultationsEndpoint, { ...filter, ...(pageParam && { after: pageParam }) }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}
