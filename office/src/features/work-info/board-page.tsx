import {
  WORK_INFO_STATE_TITLES,
  WorkInfoState,
  exportWorkInfoEndpoint,
  getOwnWorkInfoEndpoint,
  getWorkInfoBoardEndpoint,
} from '@xingtan/contract/office/work-info'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { endpointUrl } from '@xingtan/ui/endpoint-url'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { BoardTable } from './board-table.tsx'
import './work-info.css'

/** 下级上报情况: who is missing, late or returned, what lies here; the whole tree as a sheet. */
export function BoardPage() {
  const own = useEndpoint(getOwnWorkInfoEndpoint, {})
  return (
    <Page title="下级上报情况" lead={<Link to="/work-info">返回工作信息采集</Link>}>
      <QueryState query={own} skeletonLines={8}>
        {({ form }) =>
          form === null ? (
            <EmptyState title="还没有采集任务">
              <p>发起采集后可以在这里查看各级机构的上报情况。</p>
            </EmptyState>
          ) : (
            <Board collectionId={form.collectionId} />
          )
        }
      </QueryState>
    </Page>
  )
}

function Board({ collectionId }: { readonly collectionId: string }) {
  const [search] = useSearchParams()
  const asked = WorkInfoState.safeParse(search.get('state'))
  const state = asked.success ? asked.data : undefined
  const after = search.get('after') ?? undefined
  const input = { collectionId, ...(state && { state }), ...(after && { after }) }
  const board = useEndpoint(getWorkInfoBoardEndpoint, input)
  const chip = state === undefined ? '' : `state=${state}&`
  return (
    <>
      <nav className="year-filter" aria-label="按状态筛选">
        <ul>
          <li>
            <Link className="chip" to="/work-info/board" aria-current={state === undefined ? 'true' : undefined}>
              全部
            </Link>
          </li>
          {WorkInfoState.options.map((each) => (
            <li key={each}>
              <Link
                className="chip"
                to={`/work-info/board?state=${each}`}
                aria-current={each === state ? 'true' : undefined}
              >
                {WORK_INFO_STATE_TITLES[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <p>
        <a href={endpointUrl(exportWorkInfoEndpoint, { collectionId })} download>
          导出已上报的采集表（Excel）
        </a>
      </p>
      <QueryState query={board} skeletonLines={8}>
        {({ rows, after: next }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title="没有符合条件的机构">
                <p>请更换状态再看。</p>
              </EmptyState>
            ) : (
              <BoardTable rows={rows} />
            )}
            {next !== null && <Link to={`/work-info/board?${chip}after=${next}`}>下一页</Link>}
          </>
        )}
      </QueryState>
    </>
  )
}
