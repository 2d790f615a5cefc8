import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { confirmCaseEndpoint } from '@xingtan/contract/office/case'
import { type ChecklistLine, refuseJudgements } from '@xingtan/domain/case-checklist'
import { refuseMedicalAtDesk } from '@xingtan/domain/case-confirmation'
import type { Context, WorkTx } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import {
  type CaseRecord,
  appendCaseEvents,
  checklistOf,
  getOfficer,
  listUsedRecords,
  lockCaseFor,
} from '../case/index.ts'
import { orderDocument } from '../document/index.ts'
import { findFile } from '../file/index.ts'
import { type PolicyBook, loadPolicyBook } from '../policy/index.ts'
import { loadVetting } from '../vetting/index.ts'
import { findDueDay, loadConfirmWindow } from './confirm-window.ts'
import { insertConfirmation, markConfirmed } from './sql.ts'
import { tellConfirmed } from './tell-applicant.ts'

type ConfirmCase = InputOf<typeof confirmCaseEndpoint>

/** What the desk said, each with what the machine had said at that moment. */
function withMachine(judgements: ConfirmCase['judgements'], lines: readonly ChecklistLine[]) {
  return judgements.map((judgement) => ({
    ...judgement,
    machine: lines.find(({ code }) => code === judgement.code)?.result,
  }))
}

async function freeze(tx: WorkTx, record: CaseRecord, book: PolicyBook, endsOn: string) {
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

/**
 * The desk accepts a case: window, state, every line proven by its source or by a named officer, a good medical
 * conclusion. Photo and due day are fixed, the receipt is ordered and the applicant told (CNF-2, CNF-5, CNF-6).
 */
export async function confirmCase(ctx: Context, input: ConfirmCase): Promise<OutputOf<typeof confirmCaseEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'confirm' })
    const book = await loadPolicyBook(tx, record.agencyCode)
    const window = await loadConfirmWindow(tx, record)
    const { lines } = checklistOf(record, await listUsedRecords(tx, [record.id]), book)
    throwIfRefused([
      ...window.refusals,
      ...refuseJudgements(lines, input.judgements),
      ...refuseMedicalAtDesk(input.medical, book.resolve('medical.validity-days', tx.today).value, tx.today),
    ])
    const due = await freeze(tx, record, book, window.endsOn ?? tx.today)
    const confirmationId = randomUUID()
    await insertConfirmation(tx, {
      id: confirmationId,
      applicationId: record.id,
      agencyCode: record.agencyCode,
      pointId: record.pointId,
      result: 'accepted',
      judgements: withMachine(input.judgements, lines),
      reasons: [],
      medical: input.medical,
      decidedBy: officer.userId,
    })
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
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
  })
}
