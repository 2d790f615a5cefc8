import type { UseQueryResult } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import type { ProblemError } from '../problem-error.ts'
import { ErrorState } from './error-state.tsx'
import { Skeleton } from './skeleton.tsx'

export interface QueryStateProps<Answer> {
  readonly query: UseQueryResult<Answer, ProblemError>
  /** The ready page; it shows its own empty state. */
  readonly children: (answer: Answer) => ReactNode
  readonly skeletonLines?: number
}

/** Loading, error and ready of one query. An answer already here stays while it is asked for again. */
export function QueryState<Answer>({ query, children, skeletonLines }: QueryStateProps<Answer>) {
  if (query.data !== undefined) return <>{children(query.data)}</>
  if (query.isError) return <ErrorState error={query.error} onRetry={() => void query.refetch()} />
  return skeletonLines === undefined ? <Skeleton /> : <Skeleton lines={skeletonLines} />
}
