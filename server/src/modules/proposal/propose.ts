import { randomUUID } from 'node:crypto'
import type { ProposalKind } from '@xingtan/contract/office/proposal'
import type { OfficerActor } from '../../platform/actor.ts'
import type { WorkTx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { insertProposal, isScopeUnder } from './sql.ts'

interface Wish {
  readonly kind: ProposalKind
  readonly scope: string
  readonly subject: string
  readonly body: object
  readonly source: string
  readonly reason: string
}

/** Stops an officer who would reach beside or above the own agency's scope. */
export async function throwUnlessUnder(tx: Tx, officer: OfficerActor, scope: string): Promise<void> {
  if (!(await isScopeUnder(tx, scope, officer.agencyCode))) throw problem('proposal.out-of-scope')
}

/** Puts a change down for a second person; one open proposal a subject and scope, in one's own scope and below. */
export async function propose(tx: WorkTx, officer: OfficerActor, wish: Wish): Promise<{ proposalId: string }> {
  await throwUnlessUnder(tx, officer, wish.scope)
  const id = randomUUID()
  const { agencyCode, userId, personId } = officer
  if (!(await insertProposal(tx, { ...wish, id, agencyCode, userId, personId }))) {
    throw problem('proposal.open-already')
  }
  tx.concerns('proposal', id, { kind: wish.kind, scope: wish.scope, subject: wish.subject })
  return { proposalId: id }
}
