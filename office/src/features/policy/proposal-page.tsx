import { useQueryClient } from '@tanstack/react-query'
import { PROPOSAL_KIND_TITLES, PROPOSAL_STATE_TITLES } from '@xingtan/contract/office/proposal'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PreviewView } from '../../components/preview-view.tsx'
import { ProposalActions } from './proposal-actions.tsx'
import { ENDPOINTS_OF_KIND, isKnownKind } from './proposal-kinds.ts'
import './policy.css'

/** One proposal: what it says, what it would do, and what this officer may do about it. */
export function ProposalPage() {
  const { kind = '', proposalId = '' } = useParams()
  const known = isKnownKind(kind) ? kind : 'policy-row'
  const { get } = ENDPOINTS_OF_KIND[known]
  const proposal = useEndpoint(get, { proposalId })
  const queryClient = useQueryClient()
  return (
    <Page
      title={proposal.data === undefined ? '变更提议' : `${PROPOSAL_KIND_TITLES[known]}：${proposal.data.title}`}
      lead={proposal.data === undefined ? undefined : `适用范围：${proposal.data.scopeTitle}`}
      aside={<Link to="/proposals">全部提议</Link>}
    >
      <QueryState query={proposal} skeletonLines={10}>
        {(view) => (
          <>
            <DefinitionList
              facts={[
                { term: '状态', value: PROPOSAL_STATE_TITLES[view.state] },
                {
                  term: '提出',
                  value: `${view.proposedByName}（${view.agencyName}），${formatInstantShort(view.proposedAt)}`,
                },
                ...(view.decidedAt === null
                  ? []
                  : [{ term: '办理', value: `${view.decidedByName ?? ''}，${formatInstantShort(view.decidedAt)}` }]),
                ...(view.decisionNote === null ? [] : [{ term: '退回意见', value: view.decisionNote }]),
                { term: '变更理由', value: view.reason },
                { term: '依据', value: view.source },
              ]}
            />
            {view.preview !== null && <PreviewView preview={view.preview} />}
            <section className="preview" aria-label="提议全文">
              <h2>提议全文</h2>
              <dl className="rule-facts">
                {view.facts.map(({ term, value }) => (
                  <div key={term}>
                    <dt>{term}</dt>
                    <dd>{value}</dd>
                  </div>
                ))}
              </dl>
            </section>
            <ProposalActions proposal={view} kind={known} onDone={() => void queryClient.invalidateQueries()} />
          </>
        )}
      </QueryState>
    </Page>
  )
}
