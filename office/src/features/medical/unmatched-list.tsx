import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  UNMATCHED_TITLES,
  listMedicalUnmatchedEndpoint,
  solveMedicalUnmatchedEndpoint,
} from '@xingtan/contract/office/medical'
import { call } from '@xingtan/ui/call'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button, Input } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'

type Listed = OutputOf<typeof listMedicalUnmatchedEndpoint>
type Row = Listed['rows'][number]

/** Rows of imported lists that belong to no case yet: each is given to one, or laid aside (CNF-5). */
export function UnmatchedList() {
  const [open, setOpen] = useState<Row>()
  const query = useInfiniteQuery<Listed, ProblemError, readonly Row[], readonly unknown[], string | undefined>({
    queryKey: [listMedicalUnmatchedEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listMedicalUnmatchedEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
  const rows = query.data ?? []
  return (
    <section aria-labelledby="unmatched">
      <h2 id="unmatched">待处理的行</h2>
      {query.isPending && <Skeleton lines={3} label="正在读取待处理的行" />}
      {query.isError && query.data === undefined && (
        <ErrorState error={query.error} onRetry={() => void query.refetch()} />
      )}
      {query.data !== undefined && rows.length === 0 && (
        <EmptyState title="没有待处理的行">
          <p>名单中找不到申请的行会列在这里。</p>
        </EmptyState>
      )}
      {rows.length > 0 && (
        <ul className="unmatched">
          {rows.map((row) => (
            <li key={row.unmatchedId}>
              <div>
                <p>
                  <strong>{row.name}</strong>，{row.key}，{row.conclusion === 'qualified' ? '合格' : '不合格'}，
                  {row.examinedOn}，{row.hospital}
                </p>
                <p className="quiet">
                  {UNMATCHED_TITLES[row.problem]}，{formatInstantShort(row.importedAt)} 导入的名单第 {row.row} 行
                </p>
              </div>
              <Button aria-label={`处理${row.name}的一行`} onClick={() => setOpen(row)}>
                处理
              </Button>
            </li>
          ))}
        </ul>
      )}
      {rows.length > 0 && (
        <MoreButton
          shownCount={rows.length}
          hasMore={query.hasNextPage}
          isLoading={query.isFetchingNextPage}
          onMore={() => void query.fetchNextPage()}
        />
      )}
      {open !== undefined && <SolveDialog key={open.unmatchedId} row={open} onClose={() => setOpen(undefined)} />}
    </section>
  )
}

function SolveDialog({ row, onClose }: { readonly row: Row; readonly onClose: () => void }) {
  const announce = useToast()
  const client = useQueryClient()
  const [number, setNumber] = useState('')
  const [tried, setTried] = useState(false)
  const solve = useCommand(solveMedicalUnmatchedEndpoint, {
    onSuccess: () => {
      announce('已处理。')
      void client.invalidateQueries({ queryKey: [listMedicalUnmatchedEndpoint.name] })
      onClose()
    },
  })
  const { unmatchedId } = row
  const error = tried && number.trim() === '' ? '请填写报名号。' : undefined
  return (
    <Dialog title={`处理：${row.name}`} onClose={onClose}>
      <p>请向医院核实后填写此人的报名号，结论将登记到这份申请；确实与本机构无关的，可以不再处理。</p>
      <Field label="报名号" error={error}>
        {(aria) => (
          <Input
            {...aria}
            data-autofocus
            autoComplete="off"
            maxLength={20}
            value={number}
            onChange={(event) => setNumber(event.target.value)}
          />
        )}
      </Field>
      {solve.error !== null && <ProblemAlert problem={solve.error} />}
      <div className="dialog-actions">
        <Button
          onClick={() => solve.mutate({ input: { unmatchedId, registrationNumber: null } })}
          disabled={solve.isPending}
        >
          不再处理
        </Button>
        <Button
          type="primary"
          loading={solve.isPending}
          onClick={() => {
            setTried(true)
            if (number.trim() !== '') solve.mutate({ input: { unmatchedId, registrationNumber: number } })
          }}
        >
          登记到这份申请
        </Button>
      </div>
    </Dialog>
  )
}
