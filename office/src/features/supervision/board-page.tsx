import { getBoardEndpoint } from '@xingtan/contract/office/supervision'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { whilePresent } from '../../session/presence.ts'
import { BoardTable } from './board-table.tsx'
import { boardPath } from './supervision-path.ts'
import './supervision.css'

type Board = OutputOf<typeof getBoardEndpoint>

/** 督办: what is due and overdue below, agency by agency, opened down to the list of cases (ADM-1, S-050). */
export function BoardPage() {
  const { agencyCode } = useParams()
  const { today } = useOfficer()
  const board = useEndpoint(getBoardEndpoint, agencyCode === undefined ? {} : { agencyCode }, {
    refetchInterval: () => whilePresent(60_000),
  })
  return (
    <Page title="督办" lead={`截至 ${today} 各认定机构未办结的件。上级可以查看和催办，认定结论由办理机构作出。`}>
      <QueryState query={board} skeletonLines={10}>
        {(shown) => <ReadyBoard board={shown} />}
      </QueryState>
    </Page>
  )
}

function ReadyBoard({ board }: { readonly board: Board }) {
  const { agency, path, own, rows, escalateAfterDays } = board
  const isCounty = rows.length === 0
  return (
    <>
      {path.length > 1 && (
        <nav className="board-path" aria-label="机构层级">
          {path.slice(0, -1).map(({ code, name }) => (
            <Link key={code} to={boardPath(code)}>
              {name}
            </Link>
          ))}
          <span aria-current="page">{agency.name}</span>
        </nav>
      )}
      <section aria-labelledby="board-own" className="board-part">
        <h2 id="board-own">{agency.name}直接办理</h2>
        <BoardTable rows={[own]} caption={`${agency.name}直接办理`} isLinked={path.length > 1} />
      </section>
      <section aria-labelledby="board-below" className="board-part">
        <h2 id="board-below">下级机构</h2>
        {isCounty ? (
          <EmptyState title="没有下级认定机构">
            <p>本页其余各件都由{agency.name}自己办理。</p>
          </EmptyState>
        ) : (
          <BoardTable rows={rows} caption="下级机构" isLinked />
        )}
        <p className="quiet">
          “逾期多日”指超过法定期限 {escalateAfterDays} 天以上仍未办结，办理机构和上级同时收到提醒。
        </p>
      </section>
    </>
  )
}
