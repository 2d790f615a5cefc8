import type { Refusal } from '@xingtan/contract/problem'
import type { Tx } from '../../platform/db.ts'
import { checkRestriction } from '../restriction/index.ts'
import { findRestrictionOfCheck, findStanding, suspendAll, voidByCorrection } from './sql-stop.ts'

/** The certificate of a wrong 认定通过 ends for the agency's own fault, on the word of two persons (domain §11.5). */
export async function voidCertificate(tx: Tx, correctionId: string): Promise<void> {
  const ended = await voidByCorrection(tx, correctionId)
  if (ended.length !== 1) throw new Error('a confirmed correction ended no certificate')
}

/**
 * Reasons why this certificate may not be printed or handed over now. Looks into the 限制库 anew and leaves a row of the
 * look; a bar that is found stops the certificate, which the caller commits before it refuses (S-072, domain §0.1 rule 2).
 */
export async function refuseCertificateUse(
  tx: Tx,
  certificateId: string,
  moment: 'print' | 'hand-over',
): Promise<Refusal[]> {
  const found = await findStanding(tx, certificateId)
  if (found === undefined) return [{ code: 'request.not-found' }]
  if (found.state === 'void') return [{ code: 'certificate.void' }]
  if (found.state === 'suspended') return [{ code: 'certificate.suspended' }]
  const { accountId, personIndex, applicationId } = found
  const check = await checkRestriction(tx, { accountId, personIndex, applicationId, moment })
  if (check.outcome === 'clear') return []
  if (check.outcome === 'held') return [{ code: 'certificate.held' }]
  const restrictionId = await findRestrictionOfCheck(tx, check.checkId)
  if (restrictionId === null) throw new Error('a bar without its entry')
  await suspendAll(tx, personIndex, restrictionId)
  return [{ code: 'certificate.suspended' }]
}
