import { startPlanEndpoint } from '@xingtan/contract/office/plan'
import { NATION_AGENCY } from '@xingtan/contract/agency-reference'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { MoreButton } from '@xingtan/ui/components/more-button'
import { Skeleton } from '@xingtan/ui/components/skeleton'
import { useCommand } from '@xingtan/ui/use-command'
import { Link, useNavigate, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { BoardTable } from './board-table.tsx'
import { type BoardFilter, useBoard } from './use-board.ts'
import './plan.css'

/** 计划一览: every agency's plan of a round with its deadlines, and the way to begin one's own (PLN-4). */
export function PlansPage() {
  const { agencyCode } = useOfficer()
  const [search, setSearch] = useSearchParams()
  const navigate = useNavigate()
  const roundId = search.get('round')
  const isAll = search.get('scope') === 'all'
  const filter: BoardFilter = { ...(roundId !== null && { roundId }), ...(isAll && { scope: 'all' }) }
  const board = useBoard(filter)
  const start = useCommand(startPlanEndpoint, { onSuccess: ({ planId }) => void navigate(`/plans/${planId}`) })
  const set = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search)
    if (value === undefined) next.delete(name)
    else next.set(name, value)
    setSearch(next)
  }
  const shown = board.data
  return (
    <Page
      title="计划一览"
      lead="各级机构在每个批次的计划、公告发布和全部完成的期限。计划由上一级机构审批，批准后由本机构发布。"
    >
      {board.isPending && <Skeleton lines={8} label="正在读取计划" />}
      {board.isError && <ErrorState error={board.error} onRetry={() => void board.refetch()} />}
      {start.error !== null && <ProblemAlert problem={start.error} />}
      {shown !== undefined && shown.rounds.length === 0 && (
        <EmptyState title="当前没有可以制定计划的批次">
          <p>
            国家中心公布开放时间以后，批次会出现在这里。您可以查看<Link to="/windows">全国开放时间</Link>。
          </p>
        </EmptyState>
      )}
      {shown !== undefined && shown.rounds.length > 0 && (
        <>
          <div className="plan-filter">
            <label>
              批次
              <select value={shown.roundId ?? ''} onChange={({ target }) => set('round', target.value)}>
                {shown.rounds.map((round) => (
                  <option key={round.roundId} value={round.roundId}>
                    {round.name}
                  </option>
                ))}
              </select>
            </label>
            <nav aria-label="范围" className="plan-chips">
              <button
                type="button"
                className="chip"
                aria-current={isAll ? undefined : 'true'}
                onClick={() => set('scope', undefined)}
              >
                本机构和直接下级
              </button>
              <button
                type="button"
                className="chip"
                aria-current={isAll ? 'true' : undefined}
                onClick={() => set('scope', 'all')}
              >
                全部下级
              </button>
            </nav>
          </div>
          <BoardTable
            rows={shown.rows}
            ownCode={agencyCode === NATION_AGENCY ? null : agencyCode}
            isStarting={start.isPending}
            onStart={() => {
              if (shown.roundId !== null) start.mutate({ input: { roundId: shown.roundId } })
            }}
          />
          <MoreButton
            shownCount={shown.rows.length}
            hasMore={board.hasNextPage}
            isLoading={board.isFetchingNextPage}
            onMore={() => void board.fetchNextPage()}
          />
        </>
      )}
    </Page>
  )
}
