import type { Preview, Proposal, ProposalRow } from '@xingtan/contract/office/proposal'
import { titleOfSubject } from '@xingtan/domain/proposal'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Tx } from '../../platform/db.ts'
import { type StoredProposal, isProposerUnder, isScopeUnder, nameScopes } from './sql.ts'

/** A proposal as lists show it. */
export function toProposalRow(row: StoredProposal, titles: Readonly<Record<string, string>>): ProposalRow {
  return {
    proposalId: row.id,
    kind: row.kind,
    state: row.state,
    title: titleOfSubject(row.subject, row.body),
    scopeTitle: titles[row.scope] ?? row.scope,
    agencyName: row.agencyName,
    proposedByName: row.proposedByName,
    proposedAt: row.proposedAt.toISOString(),
    decidedByName: row.decidedByName,
    decidedAt: row.decidedAt?.toISOString() ?? null,
  }
}

interface Parts {
  readonly facts: Proposal['facts']
  readonly preview: Preview | null
}

/** A proposal with what it says and would do, and what this officer may do about it. */
export async function toProposal(
  tx: Tx,
  row: StoredProposal,
  { officer, facts, preview }: Parts & { readonly officer: OfficerActor },
): Promise<Proposal> {
  const isOpen = row.state === 'open' && officer.roles.includes('plan')
  // As `lockOpenProposal` asks.
  const mayAct =
    isOpen &&
    (await isScopeUnder(tx, row.scope, officer.agencyCode)) &&
    (await isProposerUnder(tx, row.agencyCode, officer.agencyCode))
  const isOwn = row.proposedPersonId === officer.personId
  return {
    ...toProposalRow(row, await nameScopes(tx, [row.scope])),
    reason: row.reason,
    source: row.source,
    decisionNote: row.decisionNote,
    facts: [...facts],
    preview,
    canDecide: mayAct && !isOwn,
    canWithdraw: mayAct && isOwn,
  }
}
