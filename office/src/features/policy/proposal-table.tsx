import {
  PROPOSAL_KIND_TITLES,
  PROPOSAL_STATE_TITLES,
  type ProposalRow,
  type ProposalState,
} from '@xingtan/contract/office/proposal'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'

const TONES: Readonly<Record<ProposalState, Tone>> = {
  open: 'wait',
  approved: 'ok',
  returned: 'stop',
  withdrawn: 'neutral',
}

/** Proposals with their two persons; each leads to its page. */
export function ProposalTable({ rows }: { readonly rows: readonly ProposalRow[] }) {
  return (
    <ScrollRegion className="table-scroll" label="变更提议">
      <table className="case-table">
        <caption className="visually-hidden">变更提议</caption>
        <thead>
          <tr>
            <th scope="col">事项</th>
            <th scope="col">范围</th>
            <th scope="col">提出</th>
            <th scope="col">办理</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.proposalId}>
              <td>
                <Link to={`/proposals/${row.kind}/${row.proposalId}`}>
                  {PROPOSAL_KIND_TITLES[row.kind]}：{row.title}
                </Link>
              </td>
              <td>{row.scopeTitle}</td>
              <td>
                {row.proposedByName}（{row.agencyName}）<br />
                <span className="quiet">{formatInstantShort(row.proposedAt)}</span>
              </td>
              <td>
                {row.decidedByName ?? '—'}
                {row.decidedAt !== null && (
                  <>
                    <br />
                    <span className="quiet">{formatInstantShort(row.decidedAt)}</span>
                  </>
                )}
              </td>
              <td>
                <StatusTag tone={TONES[row.state]}>{PROPOSAL_STATE_TITLES[row.state]}</StatusTag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
