import type { Receipt } from '@xingtan/contract/application'
import type { Refusal } from '@xingtan/contract/problem'
import { canDo } from '@xingtan/domain/application'
import { type SubmitFacts, refuseBarred, refuseSubmit } from '@xingtan/domain/application-submit'
import { shanghaiDay } from '@xingtan/domain/shanghai-time'
import type { Context, WorkTx } from '../../platform/context.ts'
import { Problem, problem, throwIfRefused } from '../../platform/problem.ts'
import { type Applicant, getApplicant, throwUnlessReady } from '../account/index.ts'
import { type CaseRecord, findSubmittedFrom, listCasesOf, lockCase, stateOf } from '../case/index.ts'
import { mayAmendNow } from '../material/index.ts'
import type { Opening } from '../plan/index.ts'
import { checkRestriction } from '../restriction/index.ts'
import { type DraftCase, loadDraftCase } from './draft-case.ts'
import { explainConflicts } from './explain-conflict.ts'
import { saveCase } from './save-case.ts'
import { type DraftRow, lockDraft } from './sql-draft.ts'

type Submitted =
  | { readonly kind: 'submitted'; readonly receipt: Receipt }
  | { readonly kind: 'barred'; readonly until: string | null }

/**
 * 提交: hands the draft in, as a new application or over the one it amends, in one transaction with its consents, its
 * hold on the records, its event and its receipt by SMS (APP-7, APP-10, APP-12). The same key gives the same receipt.
 */
export async function submitDraft(
  ctx: Context,
  input: { readonly draftId: string; readonly version: number },
): Promise<Receipt> {
  const submitted = await explainConflicts(() => ctx.command((tx) => submit(ctx, tx, input)))
  // Refused only after the look into the 限制库 is on record.
  if (submitted.kind === 'barred') throwIfRefused(refuseBarred(submitted.until))
  if (submitted.kind !== 'submitted') throw new Error('a bar refused nobody')
  return submitted.receipt
}

async function submit(
  ctx: Context,
  tx: WorkTx,
  input: { readonly draftId: string; readonly version: number },
): Promise<Submitted> {
  const applicant = await getApplicant(tx)
  throwUnlessReady(applicant)
  const draft = await getDraftToSubmit(tx, applicant, input)
  const amended = await getAmended(tx, draft)
  const check = await checkRestriction(tx, {
    accountId: applicant.id,
    personIndex: applicant.personIndex,
    applicationId: amended?.id ?? null,
    moment: 'submit',
  })
  if (check.outcome === 'barred') {
    tx.concerns('account', applicant.id, { restrictionCheckId: check.checkId }, 'refused')
    return { kind: 'barred', until: check.endsOn }
  }
  const draftCase = await loadDraftCase(tx, draft, applicant)
  const facts = await loadSubmitFacts(tx, { draftCase, applicant, amended })
  throwRefusals(refuseSubmit(facts, tx.today), draftCase, tx.now)
  return { kind: 'submitted', receipt: await saveCase(ctx, tx, { draftCase, applicant, amended }) }
}

/** The draft under its lock; a second device that comes too late is told which application it became. */
async function getDraftToSubmit(
  tx: WorkTx,
  applicant: Applicant,
  { draftId, version }: { readonly draftId: string; readonly version: number },
): Promise<DraftRow> {
  const draft = await lockDraft(tx, draftId)
  if (draft === undefined) {
    const before = await findSubmittedFrom(tx, applicant.id, draftId)
    if (before === undefined) throw problem('request.not-found')
    throw problem('application.already-live', { values: before })
  }
  if (draft.version !== version) {
    throw problem('application.draft-conflict', { field: 'version', values: { version: draft.version } })
  }
  return draft
}

/** The application that is amended, under its lock; after confirmation it is closed to its owner. */
async function getAmended(tx: WorkTx, draft: DraftRow): Promise<CaseRecord | undefined> {
  if (draft.amendsApplicationId === null) return undefined
  const application = await lockCase(tx, draft.amendsApplicationId)
  if (application === undefined) throw problem('request.not-found')
  if (!canDo(stateOf(application), ['applicant'], 'amend')) {
    throw problem('application.not-amendable')
  }
  return application
}

async function isInGrantedTime(tx: WorkTx, amended: CaseRecord | undefined, opening: Opening): Promise<boolean> {
  return amended !== undefined && mayAmendNow(tx, amended, opening)
}

interface SubmitParts {
  readonly draftCase: DraftCase
  readonly applicant: Applicant
  readonly amended: CaseRecord | undefined
}

async function loadSubmitFacts(tx: WorkTx, { draftCase, applicant, amended }: SubmitParts): Promise<SubmitFacts> {
  const { opening, book, facts } = draftCase
  const others = (await listCasesOf(tx, applicant.id)).filter((row) => row.id !== amended?.id)
  const live = others.find(
    (row) => row.roundId === opening?.roundId && row.withdrawnAt === null && row.conclusion !== 'failed',
  )
  const countOn = book.resolve('application.count-on', tx.today)
  return {
    ...facts,
    window: {
      // Before an agency is chosen the step itself says what is missing.
      isOpen: opening === null || opening.open || (await isInGrantedTime(tx, amended, opening)),
      isMaintenance: opening?.closedBy === 'maintenance',
      sentence: opening?.sentence ?? '',
    },
    liveRegistrationNumber: live?.registrationNumber ?? null,
    history: others.map((row) => ({
      appliedOn: shanghaiDay(row.submittedAt),
      passedOn: row.conclusion === 'passed' && row.concludedAt !== null ? shanghaiDay(row.concludedAt) : null,
      isWithdrawn: row.withdrawnAt !== null,
    })),
    countOn: countOn.value,
    countOnSource: countOn.source,
  }
}

/** Stops with every reason; in maintenance also with the seconds until it ends (S-078). */
function throwRefusals(refusals: readonly Refusal[], { opening }: DraftCase, now: Date): void {
  const [first, ...others] = refusals
  if (first === undefined) return
  const opensAt = opening?.closedBy === 'maintenance' ? opening.opensAt : null
  const seconds = opensAt === null ? undefined : Math.max(1, Math.ceil((opensAt.getTime() - now.getTime()) / 1000))
  throw new Problem([first, ...others], seconds)
}
