import { useQueryClient } from '@tanstack/react-query'
import { type BulkRun, type BulkRunRow, getRunEndpoint } from '@xingtan/contract/office/bulk-run'
import { getWorkEndpoint, listCasesEndpoint, listCertificatesEndpoint } from '@xingtan/contract/office/case'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useEffect } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { saveTextFile } from '../../components/save-text-file.ts'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { toCsv } from '../../components/to-csv.ts'
import '../../components/bulk.css'
import { BULK_WORDS } from './bulk-words.ts'
import './queue.css'

/** One run: how far it has come, then the result of each row, on the page and as a file. */
export function RunPage() {
  const { runId = '' } = useParams()
  const queryClient = useQueryClient()
  const query = useEndpoint(
    getRunEndpoint,
    { runId },
    { staleTime: 0, refetchInterval: ({ state }) => (state.data?.run.finishedAt == null ? 1000 : false) },
  )
  const isFinished = query.data !== undefined && query.data.run.finishedAt !== null
  useEffect(() => {
    if (!isFinished) return
    for (const { name } of [listCasesEndpoint, getWorkEndpoint, listCertificatesEndpoint])
      void queryClient.invalidateQueries({ queryKey: [name] })
  }, [isFinished, queryClient])
  const title = query.data === undefined ? '批量办理' : BULK_WORDS[query.data.run.kind].title
  return (
    <Page title={title} lead={<Link to="/runs">返回批量办理记录</Link>}>
      <QueryState query={query} skeletonLines={8}>
        {({ run, rows }) => <Run run={run} rows={rows} />}
      </QueryState>
    </Page>
  )
}

function Run({ run, rows }: { readonly run: BulkRun; readonly rows: readonly BulkRunRow[] }) {
  const { verb } = BULK_WORDS[run.kind]
  const finished = run.done + run.refused
  const download = () => {
    const lines = rows.map((row) => [
      row.registrationNumber,
      row.name,
      outcomeOf(row, verb),
      row.number ?? '',
      row.sentence ?? '',
    ])
    const day = run.startedAt.slice(0, 10)
    saveTextFile(`批量${verb}结果-${day}.csv`, toCsv([['报名号', '姓名', '结果', '证书号码', '说明'], ...lines]))
  }
  return (
    <div className="bulk-plan">
      <p className="quiet">
        {run.by}于 {formatInstantShort(run.startedAt)} 开始，共 {run.count} 件。
      </p>
      {run.finishedAt === null ? (
        <p className="run-progress">
          <progress max={run.count} value={finished} aria-label="办理进度" />
          <output className="status-line">
            已完成 {finished} / {run.count} 件。可以离开本页，办理会继续进行。
          </output>
        </p>
      ) : (
        <output className="status-line bulk-counts">
          已{verb} <strong>{run.done}</strong> 件，未办理 <strong>{run.refused}</strong> 件。
        </output>
      )}
      {run.finishedAt !== null && (
        <div className="section-actions">
          <Button onClick={download}>下载结果表</Button>
          <Link to="/cases">返回办理队列</Link>
        </div>
      )}
      <RunRows rows={rows} verb={verb} />
    </div>
  )
}

function outcomeOf({ outcome }: BulkRunRow, verb: string): string {
  if (outcome === null) return '等待办理'
  return outcome === 'done' ? verb : '未办理'
}

/** What was not done stands first: it is what somebody has to look at. */
function RunRows({ rows, verb }: { readonly rows: readonly BulkRunRow[]; readonly verb: string }) {
  const sorted = rows.toSorted((a, b) => Number(b.outcome === 'refused') - Number(a.outcome === 'refused'))
  return (
    <ScrollRegion className="table-scroll run-rows" label="逐件结果">
      <table className="case-table">
        <caption className="visually-hidden">逐件结果</caption>
        <thead>
          <tr>
            <th scope="col">报名号</th>
            <th scope="col">姓名</th>
            <th scope="col">结果</th>
            <th scope="col">证书号码或说明</th>
          </tr>
        </thead>
        <tbody>
          {sorted.map((row) => (
            <tr key={row.applicationId}>
              <td className="nowrap">
                <Link to={`/cases/${row.applicationId}`}>{row.registrationNumber}</Link>
              </td>
              <td className="nowrap">{row.name}</td>
              <td>
                <RowTag row={row} verb={verb} />
              </td>
              <td>{row.number ?? row.sentence}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}

function RowTag({ row, verb }: { readonly row: BulkRunRow; readonly verb: string }) {
  if (row.outcome === null) return <StatusTag tone="wait">等待办理</StatusTag>
  return row.outcome === 'done' ? <StatusTag tone="ok">{verb}</StatusTag> : <StatusTag tone="stop">未办理</StatusTag>
}
