import { useInfiniteQuery } from '@tanstack/react-query'
import type { OutputOf } from '@xingtan/contract/endpoint'
import {
  MISMATCH_TITLES,
  type VettingMismatch,
  listVettingMismatchesEndpoint,
  settleVettingMismatchEndpoint,
} from '@xingtan/contract/office/vetting'
import { call } from '@xingtan/ui/call'
import type { Column } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import type { ProblemError } from '@xingtan/ui/problem-error'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { ReasonDialog } from '../../components/reason-dialog.tsx'
import { useVettingCommand } from './use-vetting-command.ts'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

type Mismatches = OutputOf<typeof listVettingMismatchesEndpoint>

function useMismatches() {
  return useInfiniteQuery<Mismatches, ProblemError, Mismatches['rows'], readonly unknown[], string | undefined>({
    queryKey: [listVettingMismatchesEndpoint.name],
    queryFn: ({ pageParam, signal }) =>
      call(listVettingMismatchesEndpoint, pageParam === undefined ? {} : { after: pageParam }, { signal }),
    initialPageParam: undefined,
    getNextPageParam: (last) => last.after ?? undefined,
    select: (data) => data.pages.flatMap((page) => page.rows),
  })
}

/** 待处理名单: rows of answer files that fit nobody, and people a file forgot; none of them changed a case (S-151). */
export function MismatchesPage() {
  const mismatches = useMismatches()
  const [chosen, setChosen] = useState<VettingMismatch>()
  return (
    <Page title="核查待处理名单" lead="返回文件中与送交名单不一致的行，没有改变任何申请的核查结果。请与公安机关核实。">
      <VettingNav />
      <PagedTable
        caption="核查待处理名单"
        list={mismatches}
        columns={columnsOf(setChosen)}
        rowKey={({ mismatchId }) => mismatchId}
        empty={
          <EmptyState title="没有待处理的行">
            <p>导入的结果与送交名单不一致时，会列在这里。</p>
          </EmptyState>
        }
      />
      {chosen !== undefined && <SettleDialog mismatch={chosen} onClose={() => setChosen(undefined)} />}
    </Page>
  )
}

function SettleDialog({ mismatch, onClose }: { readonly mismatch: VettingMismatch; readonly onClose: () => void }) {
  const settle = useVettingCommand(settleVettingMismatchEndpoint, '已记录处理情况。', onClose)
  const { mismatchId } = mismatch
  return (
    <ReasonDialog
      title="处理这一行"
      sentence="这一行不会成为核查结果。更正后的结果请公安机关在名单中填写，再导入一次；不再需要的，在这里写明情况。"
      action="移出名单"
      label="处理情况"
      isHarmless
      problem={settle.error}
      isBusy={settle.isPending}
      onClose={onClose}
      onReason={(note) => settle.mutate({ input: { mismatchId, note } })}
    />
  )
}

function columnsOf(onSettle: (mismatch: VettingMismatch) => void): readonly Column<VettingMismatch>[] {
  return [
    { key: 'kind', title: '情况', cell: ({ kind }) => MISMATCH_TITLES[kind] },
    { key: 'row', title: '文件中的行', cell: ({ row }) => (row === null ? '无' : `第 ${row} 行`) },
    { key: 'number', title: '所称报名号', cell: ({ registrationNumber }) => registrationNumber ?? '不在本批次中' },
    { key: 'name', title: '姓名', cell: ({ name }) => name ?? '未知' },
    { key: 'office', title: '公安机关', cell: ({ policeOfficeName }) => policeOfficeName ?? '' },
    {
      key: 'batch',
      title: '导入时间',
      cell: ({ batchId, importedAt }) => (
        <Link to={`/vetting/batches/${batchId}`}>{formatInstantShort(importedAt)}</Link>
      ),
    },
    {
      key: 'act',
      title: '办理',
      cell: (mismatch) => (
        <Button
          size="small"
          aria-label={`处理${mismatch.name ?? '这一行'}：${MISMATCH_TITLES[mismatch.kind]}`}
          onClick={() => onSettle(mismatch)}
        >
          处理
        </Button>
      ),
    },
  ]
}
