import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { listCorrectionsEndpoint, proposeCorrectionEndpoint } from '@xingtan/contract/office/case-exception'
import { explainReasons } from '@xingtan/domain/case-reason'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type CaseRecord, findCase, getOfficer, lockCaseFor } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { insertCorrection, isVoided, listCorrectionRows } from './sql-correction.ts'

export interface WantedCorrection {
  readonly reason: string
  /** The review request of the applicant that led to it, if one did. */
  readonly reviewRequestId: string | null
}

/** Writes the proposal of the first person in the caller's transaction, under the lock of the case. */
export async function openCorrection(
  tx: Tx,
  officer: OfficerActor,
  record: CaseRecord,
  wanted: WantedCorrection,
): Promise<string> {
  const id = randomUUID()
  const kind = record.conclusion === 'passed' ? 'void' : 'reopen'
  if (kind === 'void' && (await isVoided(tx, record.id))) throw problem('decision.voided-already')
  const by = { proposedBy: officer.userId, proposerPersonId: officer.personId }
  try {
    const isWritten = await insertCorrection(tx, { id, applicationId: record.id, kind, ...wanted, ...by })
    if (!isWritten) throw problem('decision.correction-none')
  } catch (error) {
    if (violatedConstraint(error) === 'conclusion_corrections__one_open') throw problem('decision.correction-open')
    throw error
  }
  return id
}

/**
 * DEC-5, the first of two persons: a conclusion gone wrong is named with the reason. Nothing changes before the second one
 * agrees; times are those of the server (S-070).
 */
export async function proposeCorrection(
  ctx: Context,
  input: InputOf<typeof proposeCorrectionEndpoint>,
): Promise<{ correctionId: string }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'correct' })
    const correctionId = await openCorrection(tx, officer, record, { reason: input.reason, reviewRequestId: null })
    tx.concerns('application', record.id, { correctionId, corrects: record.conclusion })
    return { correctionId }
  })
}

/** What was taken back and why, with the old conclusions in full, for every office that reads the case. */
export async function listCorrections(
  ctx: Context,
  input: { readonly applicationId: string },
): Promise<OutputOf<typeof listCorrectionsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const record = await findCase(tx, input.applicationId)
    if (record === undefined) throw problem('request.not-found')
    const catalogue = (await loadPolicyBook(tx, record.agencyCode)).resolve('refusal.reasons', tx.today).value
    const rows = await listCorrectionRows(tx, record.id)
    return {
      corrections: rows.map((row) => ({
        correctionId: row.id,
        kind: row.kind,
        state: row.state,
        reason: row.reason,
        proposedBy: row.proposedBy,
        isOwn: row.proposerPersonId === officer.personId,
        proposedAt: row.proposedAt.toISOString(),
        answer: row.answer,
        answeredBy: row.answeredBy,
        answeredAt: row.answeredAt?.toISOString() ?? null,
        decision: {
          conclusion: row.conclusion,
          decidedAt: row.decidedAt.toISOString(),
          decidedBy: row.decidedBy,
          reasons: explainReasons(row.decisionReasons, catalogue).map(({ code, title, note, basis }) => ({
            code,
            title,
            note,
            basis,
          })),
          supersededAt: row.supersededAt?.toISOString() ?? null,
        },
      })),
    }
  })
}
