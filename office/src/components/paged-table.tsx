import type { UseInfiniteQueryResult } from '@tanstack/react-query'
import { type Column, DataTable } from '@xingtan/ui/components/data-table'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import type { ProblemError } from '@xingtan/ui/problem-error'
import type { ReactNode } from 'react'

interface PagedTableProps<Row> {
  readonly caption: string
  readonly list: UseInfiniteQueryResult<readonly Row[], ProblemError>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  /** What stands there without a row. */
  readonly empty: ReactNode
}

/** A list with its four states, read on below. */
export function PagedTable<Row>({ caption, list, columns, rowKey, empty }: PagedTableProps<Row>) {
  if (list.isPending) return <Skeleton lines={8} label={`正在读取${caption}`} />
  if (list.isError) return <ErrorState error={list.error} onRetry={() => void list.refetch()} />
  if (list.data.length === 0) return empty
  return (
    <>
      <DataTable caption={caption} columns={columns} rows={list.data} rowKey={rowKey} />
      <MoreButton
        shownCount={list.data.length}
        hasMore={list.hasNextPage}
        isLoading={list.isFetchingNextPage}
        onMore={() => void list.fetchNextPage()}
      />
    </>
  )
}
