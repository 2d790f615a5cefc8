import { randomUUID } from 'node:crypto'
import { type Refusal, sentenceOf } from '@xingtan/contract/problem'
import type { OfficerActor } from '../../platform/actor.ts'
import { type AuditEntry, appendAudits, auditLaneOf } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import type { JobRun } from '../../platform/jobs.ts'
import { arrange, lockCases } from '../case/index.ts'
import { concludeApprovals } from './conclude-approvals.ts'
import { reviewCases } from './review-cases.ts'
import {
  type RowResult,
  type RunOrder,
  findRunOrder,
  markRunFinished,
  saveRowResults,
  takeOpenRows,
} from './sql-run.ts'

/** Rows concluded in one transaction: short locks, and little to do again after a crash. */
const CHUNK = 50

/** The order outlives the session it was given in. */
const NO_SESSION = { idleSeconds: 0 }

function toOfficer(order: RunOrder): OfficerActor {
  return {
    kind: 'officer',
    userId: order.officerId,
    personId: order.officerPersonId,
    sessionId: order.id,
    name: order.officerName,
    agencyCode: order.agencyCode,
    agencyLevel: order.agencyLevel,
    pointId: null,
    roles: [order.kind],
    keySerial: order.keySerial,
    endsAt: order.startedAt,
    ...NO_SESSION,
  }
}

function refusedRow(applicationId: string, refusals: readonly Refusal[]): RowResult {
  const codes = refusals.map(({ code }) => code)
  return { applicationId, outcome: 'refused', codes, sentence: refusals.map(sentenceOf).join(''), number: null }
}

async function decide(services: Services, tx: Tx, order: RunOrder): Promise<RowResult[]> {
  const rows = await takeOpenRows(tx, order.id, CHUNK)
  if (rows.length === 0) return []
  if (!order.isEnabled)
    return rows.map(({ applicationId }) => refusedRow(applicationId, [{ code: 'decision.run-stopped' }]))
  const officer = toOfficer(order)
  const locked = await lockCases(
    tx,
    rows.map(({ applicationId }) => applicationId),
  )
  // The worker sees every agency: a case that has left this one meanwhile is not decided here.
  const own = rows.filter(({ applicationId }) =>
    locked.some(({ id, agencyCode }) => id === applicationId && agencyCode === order.agencyCode),
  )
  const gone = rows
    .filter((row) => !own.includes(row))
    .map((row) => refusedRow(row.applicationId, [{ code: 'case.changed' }]))
  const batch = { wanted: own, records: arrange(own, locked) }
  const done = { outcome: 'done', codes: [], sentence: null } as const
  if (order.kind === 'review') {
    const reviewed = await reviewCases(tx, officer, batch)
    const results = reviewed.map(({ record: { id }, refusals }) =>
      refusals.length > 0 ? refusedRow(id, refusals) : { ...done, applicationId: id, number: null },
    )
    return [...gone, ...results]
  }
  const concluded = await concludeApprovals(services, tx, officer, batch)
  const results = concluded.map((one) => {
    if (one.kind === 'refused') return refusedRow(one.record.id, one.refusals)
    return { ...done, applicationId: one.record.id, number: one.issued.number }
  })
  return [...gone, ...results]
}

/** One audit event for each row, under the officer who ordered the run; a conclusion is named as such (S-073, I-07). */
function toAudit(order: RunOrder, correlationId: string, { applicationId, outcome, codes }: RowResult): AuditEntry {
  const said = order.kind === 'approve' ? { conclusion: 'passed' } : {}
  return {
    event: order.kind === 'approve' ? 'decision.approve-many' : 'decision.review-many',
    outcome: outcome === 'done' ? 'done' : 'refused',
    actor: toOfficer(order),
    object: { kind: 'application', id: applicationId, detail: { ...said, runId: order.id, codes } },
    correlationId,
    addressHash: null,
  }
}

async function runChunk(services: Services, run: JobRun, order: RunOrder): Promise<number> {
  const scope = { officerId: order.officerId, agencyCode: order.agencyCode }
  return services.db.transaction(scope, async (tx) => {
    await run.holdLease(tx)
    const results = await decide(services, tx, order)
    if (results.length === 0) {
      await markRunFinished(tx, order.id)
      return 0
    }
    await saveRowResults(tx, order.id, results)
    const correlationId = randomUUID()
    const audits = results.map((result) => toAudit(order, correlationId, result))
    await appendAudits(
      tx,
      services.crypto,
      audits.toSorted((a, b) => auditLaneOf(a.object) - auditLaneOf(b.object)),
    )
    return results.length
  })
}

/**
 * Works a run off in chunks. A chunk and the results of its rows are one transaction under the lease of the job: after a
 * crash the rows without result are taken up again, and none is done twice. Serial numbers and years are
 * those of the transaction that concludes the row.
 */
export async function runBulk(services: Services, run: JobRun): Promise<void> {
  const runId = run.job.payload['runId'] ?? ''
  for (;;) {
    // Read anew for each chunk: the officer may have been locked out since.
    const order = await services.db.transaction({}, (tx) => findRunOrder(tx, runId), 'read')
    if (order === undefined || order.finishedAt !== null) return
    if ((await runChunk(services, run, order)) === 0) return
  }
}
