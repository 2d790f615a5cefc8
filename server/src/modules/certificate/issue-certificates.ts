import { randomUUID } from 'node:crypto'
import type { QualificationType } from '@xingtan/contract/qualification'
import { composeCertificateNumber } from '@xingtan/domain/certificate-number'
import { foldNameForMatching } from '@xingtan/domain/person-name'
import { violatedConstraint } from '../../platform/database-error.ts'
import type { Tx } from '../../platform/db.ts'
import { problem } from '../../platform/problem.ts'
import { type NewCertificate, insertCertificates, takeSerials } from './sql-number.ts'

/** A case that was just recognised and gets its number. */
export interface Recognised {
  readonly applicationId: string
  readonly qualificationType: QualificationType
  readonly sex: 1 | 2
  readonly name: string
  readonly ethnicGroup: string
  readonly agencyName: string
  /** The look into the 限制库 at numbering (I-10). */
  readonly restrictionCheckId: string
}

export interface IssuedNumber {
  readonly applicationId: string
  readonly certificateId: string
  readonly number: string
}

async function takeFirstSerial(tx: Tx, agencyCode: string, year: number, count: number): Promise<number> {
  try {
    return (await takeSerials(tx, { agencyCode, year, count })) - count + 1
  } catch (error) {
    if (violatedConstraint(error) === 'certificate_serials__last_serial') throw problem('certificate.serial-exhausted')
    throw error
  }
}

function toCertificate(
  recognised: Recognised,
  place: { readonly agencyCode: string; readonly year: number; readonly serial: number; readonly issuedOn: string },
): NewCertificate {
  const { agencyCode, year, serial } = place
  const composed = composeCertificateNumber({
    year,
    provinceCode2: agencyCode.slice(0, 2),
    agencyCode3: agencyCode.slice(2),
    type: recognised.qualificationType,
    sex: recognised.sex === 1 ? 'male' : 'female',
    serial,
  })
  if (composed.kind === 'bad') {
    throw problem(
      composed.reason === 'serial-exhausted' ? 'certificate.serial-exhausted' : 'certificate.number-refused',
    )
  }
  const { applicationId, name, ethnicGroup, agencyName, restrictionCheckId } = recognised
  const nameKey = foldNameForMatching(name)
  const owned = { applicationId, name, nameKey, ethnicGroup, agencyName, restrictionCheckId }
  return { ...owned, ...place, id: randomUUID(), number: composed.number }
}

/**
 * Numbers these cases of one agency in the given order and writes their certificates: the last step of the approving
 * transaction, since the serial row stays locked until COMMIT. The year is that of the legal day of the transaction in
 * Asia/Shanghai. 《教师资格条例》实施办法, rules on numbering (CRT-1, domain §11.1).
 */
export async function issueCertificates(
  tx: Tx,
  agencyCode: string,
  recognised: readonly Recognised[],
): Promise<IssuedNumber[]> {
  if (recognised.length === 0) return []
  const year = Number(tx.today.slice(0, 4))
  const first = await takeFirstSerial(tx, agencyCode, year, recognised.length)
  const certificates = recognised.map((one, index) =>
    toCertificate(one, { agencyCode, year, serial: first + index, issuedOn: tx.today }),
  )
  await insertCertificates(tx, certificates)
  return certificates.map(({ applicationId, id, number }) => ({ applicationId, certificateId: id, number }))
}
