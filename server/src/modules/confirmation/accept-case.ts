import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { confirmCaseEndpoint } from '@xingtan/contract/office/case'
import type { Refusal } from '@xingtan/contract/problem'
import { type ChecklistLine, type Judgement, refuseJudgements } from '@xingtan/domain/case-checklist'
import { refuseMedicalAtDesk } from '@xingtan/domain/case-confirmation'
import type { FoundDay } from '@xingtan/domain/working-day'
import type { Context, WorkTx } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type CaseRecord, appendCaseEvents } from '../case/index.ts'
import { orderDocument } from '../document/index.ts'
import { findFile } from '../file/index.ts'
import { closeOpenRequest } from '../material/index.ts'
import type { PolicyBook } from '../policy/index.ts'
import { loadVetting } from '../vetting/index.ts'
import { type ConfirmWindow, findDueDay, loadConfirmWindow } from './confirm-window.ts'
import { insertConfirmation, markConfirmed } from './sql.ts'
import { tellConfirmed } from './tell-applicant.ts'

type Medical = InputOf<typeof confirmCaseEndpoint>['medical']

/** One case with what the desk says of it. */
export interface Acceptance {
  readonly record: CaseRecord
  readonly book: PolicyBook
  readonly lines: readonly ChecklistLine[]
  readonly judgements: readonly Judgement[]
  readonly medical: Medical
}

/** Every reason against accepting this case now, and its window: the same at the desk and online (CNF-2, CNF-3, CNF-6). */
export async function judgeAcceptance(
  tx: Tx,
  { record, book, lines, judgements, medical }: Acceptance,
): Promise<{ readonly refusals: readonly Refusal[]; readonly window: ConfirmWindow }> {
  const window = await loadConfirmWindow(tx, record)
  const refusals = [
    ...window.refusals,
    ...refuseJudgements(lines, judgements),
    ...refuseMedicalAtDesk(medical, book.resolve('medical.validity-days', tx.today).value, tx.today),
  ]
  return { refusals, window }
}

/** What the desk said, each with what the machine had said at that moment. */
function withMachine(judgements: readonly Judgement[], lines: readonly ChecklistLine[]) {
  return judgements.map((judgement) => ({
    ...judgement,
    machine: lines.find(({ code }) => code === judgement.code)?.result,
  }))
}

async function freeze(tx: WorkTx, record: CaseRecord, book: PolicyBook, endsOn: string): Promise<FoundDay> {
  const photo = await findFile(tx, record.photoFileId)
  if (photo === undefined) throw new Error('a submitted case has no photo')
  const due = await findDueDay(tx, book, endsOn)
  const vetting = (await loadVetting(tx, [record.id], book))(record.id)
  await markConfirmed(tx, {
    id: record.id,
    photoHash: photo.hash,
    dueOn: due.day,
    dueProvisional: due.provisional,
    // Answers that came before the case was sent back still stand; their age is judged at the conclusion.
    crimeCleared: vetting.crime.request?.state === 'clear',
    offenceCleared: vetting.offence.request?.state === 'clear',
    vettingHit: [vetting.crime, vetting.offence].some(({ request }) => request?.state === 'hit'),
  })
  return due
}

/** Writes the acceptance of a case that nothing stands against: photo and due day fixed, receipt ordered, applicant told. */
export async function acceptCase(
  ctx: Context,
  tx: WorkTx,
  { acceptance, window, officerId }: { acceptance: Acceptance; window: ConfirmWindow; officerId: string },
): Promise<{ documentId: string; dueOn: string }> {
  const { record, book, lines, judgements, medical } = acceptance
  const due = await freeze(tx, record, book, window.endsOn ?? tx.today)
  const confirmationId = randomUUID()
  await insertConfirmation(tx, {
    id: confirmationId,
    applicationId: record.id,
    agencyCode: record.agencyCode,
    pointId: record.pointId,
    result: 'accepted',
    judgements: withMachine(judgements, lines),
    reasons: [],
    medical,
    decidedBy: officerId,
  })
  await closeOpenRequest(tx, record.id)
  await appendCaseEvents(tx, { kind: 'officer', id: officerId }, [
    { applicationId: record.id, kind: 'confirmed', data: { confirmationId, dueOn: due.day } },
  ])
  const documentId = await orderDocument(tx, {
    kind: 'acceptance-receipt',
    applicationId: record.id,
    caseVersion: record.version + 1,
  })
  await tellConfirmed(tx, ctx.crypto, record, due)
  tx.concerns('application', record.id, { confirmationId, dueOn: due.day })
  return { documentId, dueOn: due.day }
}
