import { randomUUID } from 'node:crypto'
import type { InputOf } from '@xingtan/contract/endpoint'
import type { refuseConfirmationEndpoint } from '@xingtan/contract/office/case'
import { explainReasons, refuseReasons } from '@xingtan/domain/case-reason'
import { refuseEarlyRefusal } from '@xingtan/domain/material'
import type { Context } from '../../platform/context.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { appendCaseEvents, getOfficer, lockCaseFor } from '../case/index.ts'
import { closeOpenRequest, findOpenRequest } from '../material/index.ts'
import { loadPolicyBook } from '../policy/index.ts'
import { loadConfirmWindow } from './confirm-window.ts'
import { insertConfirmation, markConfirmationRefused } from './sql.ts'
import { tellRefused } from './tell-applicant.ts'

/** The desk refuses with the full list of reasons; the applicant is told all of them at once (行政许可法 art. 32). */
export async function refuseConfirmation(
  ctx: Context,
  input: InputOf<typeof refuseConfirmationEndpoint>,
): Promise<{ done: true }> {
  const officer = getOfficer(ctx)
  return ctx.command(async (tx) => {
    const record = await lockCaseFor(tx, officer, { ...input, action: 'refuse-confirmation' })
    const book = await loadPolicyBook(tx, record.agencyCode)
    const catalogue = book.resolve('refusal.reasons', tx.today).value
    const window = await loadConfirmWindow(tx, record)
    const granted = await findOpenRequest(tx, record.id)
    throwIfRefused([
      ...window.refusals,
      ...refuseReasons(input.reasons, catalogue, 'confirm'),
      ...refuseEarlyRefusal(input.reasons, granted?.dueOn ?? null, tx.today),
    ])
    await closeOpenRequest(tx, record.id)
    const confirmationId = randomUUID()
    await insertConfirmation(tx, {
      id: confirmationId,
      applicationId: record.id,
      agencyCode: record.agencyCode,
      pointId: record.pointId,
      result: 'refused',
      judgements: [],
      reasons: input.reasons,
      medical: null,
      decidedBy: officer.userId,
    })
    await markConfirmationRefused(tx, record.id)
    const messageId = await tellRefused(tx, ctx.crypto, record, explainReasons(input.reasons, catalogue))
    const codes = input.reasons.map(({ code }) => code)
    await appendCaseEvents(tx, { kind: 'officer', id: officer.userId }, [
      { applicationId: record.id, kind: 'confirmation-refused', data: { confirmationId, reasons: codes, messageId } },
    ])
    tx.concerns('application', record.id, { confirmationId, reasons: codes })
    return { done: true }
  })
}
