import { formatRegistrationNumber } from '@xingtan/domain/registration-number'
import { appendAudit } from '../../platform/audit.ts'
import type { Services } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { type JobRun, TryLater } from '../../platform/jobs.ts'
import { appendCaseEvents } from '../case/index.ts'
import { postSiteMessages } from '../message/index.ts'
import { type SuccessionOutcome, type SuccessionRow, lockSuccession } from './sql.ts'
import {
  type MovedCase,
  endPowers,
  holdBackApplications,
  listSameNamedPoints,
  lockOpenCases,
  markCarriedOut,
  markSucceeded,
  moveOpenCases,
  movePlans,
  movePoints,
  moveUsers,
  moveWork,
} from './sql-carry-out.ts'

const HOUR_SECONDS = 3600

/** Every moved case gets its event, and its applicant a message in the inbox: who acts now, and that nothing is lost. */
async function tellMoved(tx: Tx, order: SuccessionRow, cases: readonly MovedCase[]): Promise<void> {
  if (cases.length === 0) return
  const data = { from: order.oldCode, to: order.newCode, successionId: order.id }
  await appendCaseEvents(
    tx,
    { kind: 'system', id: null },
    cases.map(({ id }) => ({ applicationId: id, kind: 'succeeded', data })),
  )
  await postSiteMessages(
    tx,
    cases.map(({ id, accountId, registrationNumber, isRefused }) => ({
      accountId,
      applicationId: id,
      template: 'succession.moved',
      sender: order.newName,
      body: `您的申请（报名号 ${formatRegistrationNumber(registrationNumber)}）原由${order.oldName}办理。因机构调整，现由${order.newName}接替办理，${isRefused ? '已作出的结论和申请复查的期限不变，需要复查时向该机构申请。' : '报名号、确认点和办理期限不变，您不需要重新申请。'}`,
    })),
  )
}

async function moveEverything(tx: Tx, order: SuccessionRow): Promise<SuccessionOutcome> {
  await holdBackApplications(tx, order.oldCode)
  // Cases first: whoever concludes one now holds it and may still need the rows that change below.
  await lockOpenCases(tx, order.oldCode)
  await markSucceeded(tx, order)
  await endPowers(tx, order.oldCode)
  const points = await movePoints(tx, order)
  const plans = await movePlans(tx, order)
  const cases = await moveOpenCases(tx, order)
  await tellMoved(tx, order, cases)
  const users = await moveUsers(tx, order, order.movedUserIds)
  await moveWork(tx, order)
  return { cases: cases.length, points, plans, ...users }
}

/**
 * Carries an order out in one transaction: powers end, points, plans, open cases and the chosen users go over, everybody
 * concerned is told. Concluded cases and certificates keep number and name. Jobs may run twice: an order that is over is
 * left alone (ADM-2, domain §23 case 12).
 */
export async function carryOutSuccession(services: Services, run: JobRun): Promise<void> {
  await services.db.transaction({}, async (tx) => {
    await run.holdLease(tx)
    const order = await lockSuccession(tx, run.job.payload['successionId'] ?? '')
    if (order === undefined || order.cancelledAt !== null || order.carriedOutAt !== null) return
    if (order.approvedByName === null) return
    // Two points of one name cannot stand in one agency: waits until somebody has renamed one of them.
    if ((await listSameNamedPoints(tx, order)).length > 0) throw new TryLater(HOUR_SECONDS)
    const outcome = await moveEverything(tx, order)
    await markCarriedOut(tx, order.id, outcome)
    await appendAudit(tx, services.crypto, {
      event: 'succession.carry-out',
      outcome: 'done',
      actor: { kind: 'system' },
      object: {
        kind: 'agency',
        id: order.oldCode,
        detail: { successionId: order.id, newCode: order.newCode, ...outcome },
      },
      correlationId: `succession:${order.id}`,
      addressHash: null,
    })
  })
}
