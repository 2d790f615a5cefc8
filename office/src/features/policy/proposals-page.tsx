import { ProposalState, PROPOSAL_STATE_TITLES, listProposalsEndpoint } from '@xingtan/contract/office/proposal'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useSearchParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { ProposalTable } from './proposal-table.tsx'
import './policy.css'

/** Proposals of every kind, newest first; the filter and the page stand in the address. */
export function ProposalsPage() {
  const [search, setSearch] = useSearchParams()
  const state = ProposalState.safeParse(search.get('state')).data
  const after = search.get('after')
  const wish = { ...(state === undefined ? {} : { state }), ...(after === null ? {} : { after }) }
  const proposals = useEndpoint(listProposalsEndpoint, wish)
  const to = (next: Readonly<Record<string, string>>) => `/proposals?${new URLSearchParams(next).toString()}`
  const kept = state === undefined ? {} : { state }
  return (
    <Page title="变更提议" lead="政策、放假安排和全国开放时间的变更，由一位计划管理人员提出，另一位批准后生效。">
      <label className="proposal-filter">
        状态
        <select
          value={state ?? ''}
          onChange={({ target }) => setSearch(target.value === '' ? {} : { state: target.value })}
        >
          <option value="">全部</option>
          {ProposalState.options.map((option) => (
            <option key={option} value={option}>
              {PROPOSAL_STATE_TITLES[option]}
            </option>
          ))}
        </select>
      </label>
      <QueryState query={proposals} skeletonLines={8}>
        {({ rows, after: next }) =>
          rows.length === 0 ? (
            <EmptyState title="没有变更提议">
              <p>
                您可以在<Link to="/policies">政策目录</Link>中选择一项政策提出新规则。
              </p>
            </EmptyState>
          ) : (
            <>
              <ProposalTable rows={rows} />
              <nav className="page-links" aria-label="翻页">
                {after !== null && <Link to={to(kept)}>回到最新</Link>}
                {next !== null && <Link to={to({ ...kept, after: next })}>更早的提议</Link>}
              </nav>
            </>
          )
        }
      </QueryState>
    </Page>
  )
}
