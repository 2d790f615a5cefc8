import type { ConsultationAction } from '@xingtan/contract/office/consultation'
import { refuseHandling } from '@xingtan/domain/consultation'
import type { WorkTx } from '../../platform/context.ts'
import { problem, throwIfRefused } from '../../platform/problem.ts'
import { signedInOfficer } from '../../platform/signed-in-officer.ts'
import { type DeskConsultation, lockConsultation } from './sql-desk.ts'

/** The item this officer is about to act on, held until the end; stops when it is not there or not his to act on. */
export async function getHandled(
  tx: WorkTx,
  consultationId: string,
  action: ConsultationAction,
): Promise<{ item: DeskConsultation; by: { officerId: string; agencyCode: string; consultationId: string } }> {
  const { userId, agencyCode } = signedInOfficer(tx)
  const item = await lockConsultation(tx, consultationId)
  if (item === undefined) throw problem('request.not-found')
  throwIfRefused(refuseHandling(action, item, agencyCode))
  return { item, by: { officerId: userId, agencyCode, consultationId } }
}
