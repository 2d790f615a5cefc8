import type { CaseRow } from '@xingtan/contract/office/case'
import { listHints } from '@xingtan/domain/case-hint'
import { maskDocumentNumber } from '@xingtan/domain/mask'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Crypto } from '../../platform/crypto.ts'
import { maySeeVetting } from './may-see-vetting.ts'
import type { ListedCase } from './sql-list.ts'

/** A case as a list shows it: number masked, what needs attention in short words (S-053, S-122). */
export function toCaseRow(crypto: Pick<Crypto, 'openColumn'>, actor: OfficerActor, row: ListedCase): CaseRow {
  return {
    applicationId: row.id,
    version: row.version,
    registrationNumber: row.registrationNumber,
    name: row.name,
    maskedDocumentNumber: maskDocumentNumber(crypto.openColumn(row.numberSealed)),
    qualificationType: row.qualificationType,
    subjectName: row.subjectName,
    pointName: row.pointName,
    status: row.status,
    stage: row.stage,
    dueOn: row.dueOn,
    dueProvisional: row.dueProvisional,
    hints: listHints({
      isWithdrawn: row.withdrawnAt !== null,
      unproven: row.unproven,
      hasVettingHit: row.vettingHit && maySeeVetting(actor),
      review: row.stage === 'closed' ? null : row.review,
    }),
  }
}
