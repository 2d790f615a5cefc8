import { randomUUID } from 'node:crypto'
import type { Context, WorkTx } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import { problem } from '../../platform/problem.ts'
import { findCaseBelow, getOfficer } from '../case/index.ts'
import { type NewUrge, insertUrge } from './sql-alert.ts'

async function insertOnceADay(tx: WorkTx, urge: NewUrge): Promise<void> {
  try {
    await insertUrge(tx, urge)
  } catch (error) {
    if (violatedConstraint(error) === 'case_alerts__urged_once') throw problem('decision.urged-today')
    throw error
  }
}

/** 催办: an upper level reminds the office that decides; the case itself is not touched (S-050). */
export async function urgeCase(
  ctx: Context,
  input: { readonly applicationId: string; readonly note: string },
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const { applicationId, note } = input
    const below = await findCaseBelow(tx, applicationId)
    if (below === undefined) throw problem('request.not-found')
    if (below.stage === 'closed') throw problem('decision.urge-closed')
    const { agencyCode, dueOn } = below
    const id = randomUUID()
    const from = officer.agencyCode
    await insertOnceADay(tx, { id, applicationId, agencyCode, dueOn, officerId: officer.userId, from, note })
    tx.concerns('application', applicationId, { alertId: id, of: agencyCode })
    return { done: true }
  })
}
