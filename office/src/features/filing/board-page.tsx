import { FILING_STATE_TITLES, FilingKind, FilingState, getFilingBoardEndpoint } from '@xingtan/contract/office/filing'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { BoardTable } from './board-table.tsx'
import { boardAddress, filingTitle } from './filing-address.ts'
import './filing.css'

/** 报送情况: who below is missing or late with one filing, and a reminder to them (PLN-4, RPT-2). */
export function FilingBoardPage() {
  const [search] = useSearchParams()
  const kind = FilingKind.safeParse(search.get('kind'))
  const state = FilingState.safeParse(search.get('state'))
  const year = Number(search.get('year'))
  if (!kind.success || !Number.isInteger(year) || year < 2000) {
    return (
      <Page title="报送情况">
        <EmptyState title="地址不完整">
          <p>
            请从<Link to="/filings">报送事项</Link>重新打开。
          </p>
        </EmptyState>
      </Page>
    )
  }
  const roundId = search.get('round')
  const subject = { kind: kind.data, year, roundId }
  return <Board subject={subject} state={state.success ? state.data : undefined} after={search.get('after')} />
}

interface BoardProps {
  readonly subject: { readonly kind: FilingKind; readonly year: number; readonly roundId: string | null }
  readonly state: FilingState | undefined
  readonly after: string | null
}

function Board({ subject, state, after }: BoardProps) {
  const { kind, year, roundId } = subject
  const board = useEndpoint(getFilingBoardEndpoint, {
    kind,
    year,
    ...(roundId !== null && { roundId }),
    ...(state !== undefined && { state }),
    ...(after !== null && { after }),
  })
  const address = boardAddress(subject)
  return (
    <Page
      title="报送情况"
      lead={board.data && `${filingTitle(board.data)}，最晚 ${formatDay(board.data.dueOn)} 报送`}
      aside={<Link to="/filings">返回报送事项</Link>}
    >
      <nav className="year-filter" aria-label="按状态筛选">
        <ul>
          <li>
            <Link className="chip" to={address} aria-current={state === undefined ? 'true' : undefined}>
              全部
            </Link>
          </li>
          {FilingState.options.map((each) => (
            <li key={each}>
              <Link className="chip" to={`${address}&state=${each}`} aria-current={each === state ? 'true' : undefined}>
                {FILING_STATE_TITLES[each]}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <QueryState query={board} skeletonLines={8}>
        {({ rows, mayRemind, after: next }) => (
          <>
            {rows.length === 0 ? (
              <EmptyState title="没有符合条件的机构">
                <p>请更换状态再看。</p>
              </EmptyState>
            ) : (
              <BoardTable key={after ?? ''} subject={subject} rows={rows} mayRemind={mayRemind} />
            )}
            {next !== null && (
              <Link to={`${address}${state === undefined ? '' : `&state=${state}`}&after=${next}`}>下一页</Link>
            )}
          </>
        )}
      </QueryState>
    </Page>
  )
}
