import { randomUUID } from 'node:crypto'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseBar } from '@xingtan/domain/decision'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Services } from '../../platform/context.ts'
import { violatedConstraint } from '../../platform/database-error.ts'
import type { Tx } from '../../platform/db.ts'
import { getAgency } from '../agency/index.ts'
import { type CaseRecord, appendCaseEvents } from '../case/index.ts'
import { type IssuedNumber, issueCertificates } from '../certificate/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { type CheckedCase, checkRestrictions } from '../restriction/index.ts'
import { type JudgedApproval, type WantedApproval, judgeApprovals } from './judge-approvals.ts'
import {
  type NewDecision,
  closeUses,
  insertDecisions,
  markRecognised,
  returnToSavepoint,
  setSavepoint,
} from './sql-conclusion.ts'
import { tellRecognised } from './tell-conclusion.ts'

export type ConcludedApproval =
  | { readonly kind: 'approved'; readonly record: CaseRecord; readonly issued: IssuedNumber }
  | { readonly kind: 'refused'; readonly record: CaseRecord; readonly refusals: readonly Refusal[] }

/** Cases under their locks, in the order in which they are to be numbered. */
export interface LockedBatch {
  readonly wanted: readonly WantedApproval[]
  readonly records: readonly CaseRecord[]
}

type Checks = ReadonlyMap<string, CheckedCase>

function toRestrictionCase({ id, accountId, personIndex }: CaseRecord) {
  return { applicationId: id, accountId, personIndex }
}

function toDecision({ record, basis }: JudgedApproval, conclusionChecks: Checks): NewDecision {
  const check = conclusionChecks.get(record.id)
  if (basis.review === undefined || check === undefined) throw new Error('a conclusion without its basis')
  return {
    id: randomUUID(),
    applicationId: record.id,
    reviewId: basis.review.id,
    reviewerPersonId: basis.review.reviewerPersonId,
    crimeRequestId: basis.vetting.crime.request?.id ?? null,
    offenceRequestId: basis.vetting.offence.request?.id ?? null,
    restrictionCheckId: check.checkId,
    reasons: [],
  }
}

/** Tries one statement for these cases; false when the person was recognised in this year already. */
async function tryRecognise(tx: Tx, ids: readonly string[]): Promise<boolean> {
  await setSavepoint(tx)
  try {
    await markRecognised(tx, ids)
    return true
  } catch (error) {
    if (violatedConstraint(error) !== 'applications__one_a_year') throw error
    await returnToSavepoint(tx)
    return false
  }
}

/** Ids that could be recognised: all at once, and one by one only when somebody among them used up the year. */
async function recognise(tx: Tx, ids: readonly string[]): Promise<ReadonlySet<string>> {
  if (ids.length === 0 || (await tryRecognise(tx, ids))) return new Set(ids)
  const recognised = new Set<string>()
  if (ids.length === 1) return recognised
  for (const id of ids) {
    if (await tryRecognise(tx, [id])) recognised.add(id)
  }
  return recognised
}

/** Adds what only the last look at numbering and the yearly limit can say. */
async function settle(
  tx: Tx,
  judged: readonly JudgedApproval[],
): Promise<{ readonly settled: readonly JudgedApproval[]; readonly numbering: Checks }> {
  const open = judged.filter(({ refusals }) => refusals.length === 0)
  const numbering = await checkRestrictions(
    tx,
    'numbering',
    open.map(({ record }) => toRestrictionCase(record)),
  )
  const barred = (id: string) => refuseBar(numbering.get(id)?.outcome ?? 'held')
  const free = open.filter(({ record }) => barred(record.id).length === 0)
  const recognised = await recognise(
    tx,
    free.map(({ record }) => record.id),
  )
  const year = tx.today.slice(0, 4)
  const settled = judged.map((one) => {
    if (one.refusals.length > 0 || recognised.has(one.record.id)) return one
    const bars = barred(one.record.id)
    const basis = '教人〔2001〕4号'
    return {
      ...one,
      refusals: bars.length > 0 ? bars : [{ code: 'decision.year-used' as const, values: { year }, basis }],
    }
  })
  return { settled, numbering }
}

async function number(
  tx: Tx,
  officer: OfficerActor,
  passed: readonly JudgedApproval[],
  numbering: Checks,
): Promise<ReadonlyMap<string, IssuedNumber>> {
  const agency = await getAgency(tx, officer.agencyCode)
  const issued = await issueCertificates(
    tx,
    agency.code,
    passed.map(({ record }) => ({
      applicationId: record.id,
      qualificationType: record.qualificationType,
      sex: record.sex,
      name: record.name,
      ethnicGroup: record.snapshot.person.ethnicGroup,
      agencyName: agency.name,
      restrictionCheckId: numbering.get(record.id)?.checkId ?? '',
    })),
  )
  return new Map(issued.map((one) => [one.applicationId, one]))
}

/**
 * Concludes 认定通过 for these cases in the caller's transaction: looks into the 限制库 at the
 * conclusion and again at numbering, decides each row, writes conclusions, frees or uses up records, and takes the
 * serials last, in the order of the list. What is refused is left as it was (CRT-1, DEC-3, S-067, S-071, I-10).
 */
export async function concludeApprovals(
  services: Pick<Services, 'crypto'>,
  tx: Tx,
  officer: OfficerActor,
  { wanted, records }: LockedBatch,
): Promise<ConcludedApproval[]> {
  const book = await loadPolicyBook(tx, officer.agencyCode)
  const conclusion = await checkRestrictions(tx, 'conclusion', records.map(toRestrictionCase))
  const barOf = (id: string) => conclusion.get(id)?.outcome ?? 'held'
  const judged = await judgeApprovals(tx, { officer, wanted, records, book, barOf })
  const { settled, numbering } = await settle(tx, judged)
  const passed = settled.filter(({ refusals }) => refusals.length === 0)
  const decisions = passed.map((one) => toDecision(one, conclusion))
  const ids = passed.map(({ record }) => record.id)
  if (passed.length > 0) {
    const decided = { conclusion: 'passed', decidedBy: officer.userId, approverPersonId: officer.personId } as const
    await insertDecisions(tx, decided, decisions)
    await closeUses(tx, ids, 'consumed')
    await appendCaseEvents(
      tx,
      { kind: 'officer', id: officer.userId },
      decisions.map(({ id, applicationId }) => ({ applicationId, kind: 'recognised', data: { decisionId: id } })),
    )
    await tellRecognised(
      tx,
      services.crypto,
      passed.map(({ record }) => record),
    )
  }
  const issued = await number(tx, officer, passed, numbering)
  return settled.map(({ record, refusals }) => {
    const own = issued.get(record.id)
    return own === undefined ? { kind: 'refused', record, refusals } : { kind: 'approved', record, issued: own }
  })
}
