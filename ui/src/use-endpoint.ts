import type { EndpointShape } from '@xingtan/contract/endpoint'
import { queryOptions, useQuery, type UseQueryOptions, type UseQueryResult } from '@tanstack/react-query'
import type { z } from 'zod'
import { call } from './call.ts'
import type { ProblemError } from './problem-error.ts'

type EndpointQueryKey<Input extends z.ZodType> = readonly [name: string, input: z.input<Input>]

export type EndpointOptions<Input extends z.ZodType, Output extends z.ZodType> = Omit<
  UseQueryOptions<z.output<Output>, ProblemError, z.output<Output>, EndpointQueryKey<Input>>,
  'queryKey' | 'queryFn'
>

/** Key and function of one GET endpoint, for prefetching; invalidate with `{ queryKey: [endpoint.name] }`. */
export function endpointQuery<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  input: z.input<Input>,
) {
  const queryKey: EndpointQueryKey<Input> = [endpoint.name, input]
  return queryOptions<z.output<Output>, ProblemError, z.output<Output>, EndpointQueryKey<Input>>({
    queryKey,
    queryFn: ({ signal }) => call(endpoint, input, { signal }),
  })
}

/** A GET endpoint as a query: the four states of a page come from `isPending`, `error` and `data`. */
export function useEndpoint<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  input: z.input<Input>,
  options: EndpointOptions<Input, Output> = {},
): UseQueryResult<z.output<Output>, ProblemError> {
  return useQuery({ ...endpointQuery(endpoint, input), ...options })
}
