import { randomUUID } from 'node:crypto'
import type { InputOf, OutputOf } from '@xingtan/contract/endpoint'
import type { holdCaseEndpoint, listHoldReasonsEndpoint } from '@xingtan/contract/office/case-exception'
import { refuseHold } from '@xingtan/domain/case-hold'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, handedInOn, lockCaseFor } from '../case/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { insertHold, markHeld } from './sql-hold.ts'
import { tellHeld } from './tell-exception.ts'

/** The reasons of the place for which a case may be held today. */
export async function listHoldReasons(ctx: Context): Promise<OutputOf<typeof listHoldReasonsEndpoint>> {
  const officer = getOfficer(ctx)
  return ctx.read(async (tx) => {
    const book = await loadPolicyBook(tx, officer.agencyCode)
    return { reasons: book.resolve('decision.hold-reasons', tx.today).value }
  })
}

/** 暂停办理: the applicant is told in writing why, and how long where that time is not counted (行政许可法 art. 45). */
export async function holdCase(ctx: Context, input: InputOf<typeof holdCaseEndpoint>): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'hold' })
    const book = await loadPolicyBook(tx, officer.agencyCode)
    const catalogue = book.resolve('decision.hold-reasons', tx.today).value
    const diploma = book.resolve('student.diploma-required-by', handedInOn(record)).value
    const awaitsDiploma = record.diplomaRequired && record.diplomaEvidenceId === null
    throwIfRefused(refuseHold(input, catalogue, { awaitsDiploma, withoutDiploma: diploma.otherwise }))
    const reason = catalogue.find(({ code }) => code === input.reason)
    if (reason === undefined) throw new Error('a hold without a reason was not refused')
    const { id: applicationId, dueOn } = record
    const { stopsClock } = reason
    const expectedDays = stopsClock ? input.expectedDays : null
    const messageId = await tellHeld(tx, ctx.crypto, record, { ...reason, expectedDays, note: input.note })
    const holdId = randomUUID()
    const words = { reason: reason.code, stopsClock, expectedDays, note: input.note }
    await insertHold(tx, { id: holdId, applicationId, ...words, dueBefore: dueOn, heldBy: officer.userId, messageId })
    await markHeld(tx, applicationId)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId, kind: 'held', data: { holdId, reason: reason.code, stopsClock, messageId } },
    ])
    tx.concerns('application', applicationId, { holdId, reason: reason.code, stopsClock })
    return { done: true }
  })
}
