import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { previewReviewsEndpoint } from '@xingtan/contract/office/bulk-run'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import { refuseAct, refuseRecognition } from '@xingtan/domain/decision'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import {
  type CaseRecord,
  appendCaseEvents,
  arrange,
  getOfficer,
  listConflicts,
  listOwnCases,
  rolesOf,
  stateOf,
} from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { previewRestrictions } from '../restriction/index.ts'
import type { WantedApproval } from './judge-approvals.ts'
import { loadBasis } from './load-basis.ts'
import { insertReview, markReviewed } from './sql.ts'

export interface JudgedReview {
  readonly record: CaseRecord
  readonly refusals: readonly Refusal[]
}

export interface ReviewBatch {
  readonly wanted: readonly WantedApproval[]
  readonly records: readonly CaseRecord[]
}

async function judgeReviews(tx: Tx, officer: OfficerActor, { wanted, records }: ReviewBatch): Promise<JudgedReview[]> {
  const book = await loadPolicyBook(tx, officer.agencyCode)
  const asked = records.map(({ id, accountId, personIndex }) => ({ applicationId: id, accountId, personIndex }))
  const bars = await previewRestrictions(tx, asked)
  const basisOf = await loadBasis(tx, records, book, (id) => bars.get(id) ?? 'held')
  const conflictsOf = await listConflicts(
    tx,
    records.map(({ id }) => id),
  )
  return records.map((record, index) => {
    const conflicts = conflictsOf(record.id)
    if (conflicts.length > 0) return { record, refusals: conflicts }
    const version = wanted[index]?.version ?? null
    const found = { state: stateOf(record), version: record.version, isHeld: record.heldOn !== null }
    const act = refuseAct(found, { action: 'review', roles: rolesOf(officer), version })
    const refusals = act.length > 0 ? act : refuseRecognition(basisOf(record.id).facts, tx.today)
    return { record, refusals }
  })
}

/** 审核通过 for these locked cases: each row by itself, in the caller's transaction (DEC-3). */
export async function reviewCases(tx: Tx, officer: OfficerActor, batch: ReviewBatch): Promise<JudgedReview[]> {
  const judged = await judgeReviews(tx, officer, batch)
  for (const { record, refusals } of judged) {
    if (refusals.length > 0) continue
    const reviewId = randomUUID()
    await insertReview(tx, {
      id: reviewId,
      applicationId: record.id,
      caseVersion: record.version,
      opinion: 'pass',
      note: null,
      reasons: [],
      reviewedBy: officer.userId,
      reviewerPersonId: officer.personId,
    })
    await markReviewed(tx, record.id, 'pass')
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'reviewed', data: { reviewId, opinion: 'pass' } },
    ])
  }
  return judged
}

/** What a bulk review would do; nothing is written. */
export async function previewReviews(
  ctx: Context,
  input: InputOf<typeof previewReviewsEndpoint>,
): Promise<OutputOf<typeof previewReviewsEndpoint>> {
  const officer = getOfficer(ctx)
  const ids = input.cases.map(({ applicationId }) => applicationId)
  return ctx.read(async (tx) => {
    const records = arrange(input.cases, await listOwnCases(tx, officer.agencyCode, ids))
    const judged = await judgeReviews(tx, officer, { wanted: input.cases, records })
    return {
      results: judged.map(({ record: { id, registrationNumber }, refusals }) => ({
        applicationId: id,
        registrationNumber,
        outcome: refusals.length === 0 ? ('would-approve' as const) : ('refused' as const),
        number: null,
        sentence: refusals.length === 0 ? '可以审核通过。' : refusals.map(sentenceOf).join(''),
      })),
    }
  })
}
