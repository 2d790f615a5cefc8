import { type BulkRun, listRunsEndpoint } from '@xingtan/contract/office/bulk-run'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { whilePresent } from '../../session/presence.ts'
import { BULK_WORDS } from './bulk-words.ts'
import './queue.css'

/** The last runs of the agency: one that was left is found again here. */
export function RunsPage() {
  const runs = useEndpoint(listRunsEndpoint, {}, { refetchInterval: () => whilePresent(10_000) })
  return (
    <Page title="批量办理记录" lead="本机构最近二十批。离开页面不影响办理，随时可以回来查看逐件结果。">
      <QueryState query={runs}>{({ runs: list }) => <RunList runs={list} />}</QueryState>
    </Page>
  )
}

function RunList({ runs }: { readonly runs: readonly BulkRun[] }) {
  if (runs.length === 0) {
    return (
      <EmptyState title="还没有批量办理过">
        <p>
          请在<Link to="/cases">办理队列</Link>中选择多件，再点批量审核通过或批量认定通过。
        </p>
      </EmptyState>
    )
  }
  return (
    <ScrollRegion className="table-scroll" label="批量办理记录">
      <table className="case-table">
        <caption className="visually-hidden">批量办理记录</caption>
        <thead>
          <tr>
            <th scope="col">开始时间</th>
            <th scope="col">事项</th>
            <th scope="col">办理人</th>
            <th scope="col">件数</th>
            <th scope="col">结果</th>
          </tr>
        </thead>
        <tbody>
          {runs.map((run) => (
            <tr key={run.runId}>
              <td className="nowrap">
                <Link to={`/runs/${run.runId}`}>{formatInstantShort(run.startedAt)}</Link>
              </td>
              <td>{BULK_WORDS[run.kind].title}</td>
              <td>{run.by}</td>
              <td>{run.count} 件</td>
              <td>
                {run.finishedAt === null ? (
                  <StatusTag tone="wait">{`正在办理，已完成 ${run.done + run.refused} 件`}</StatusTag>
                ) : (
                  <StatusTag
                    tone={run.refused === 0 ? 'ok' : 'warn'}
                  >{`通过 ${run.done} 件，未办理 ${run.refused} 件`}</StatusTag>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
