import type { ConsultationRow } from '@xingtan/contract/office/consultation'
import { isConsultationOverdue } from '@xingtan/domain/consultation'
import { maskPhone } from '@xingtan/domain/mask'
import type { Crypto } from '../../platform/crypto.ts'
import type { DeskConsultation } from './sql-desk.ts'

/** An item as a line of the inbox: the contact masked. */
export function toConsultationRow(
  item: DeskConsultation,
  given: { readonly crypto: Pick<Crypto, 'openColumn'>; readonly today: string; readonly officerId: string },
): ConsultationRow {
  const { id, number, kind, topic, title, agencyName, state, dueOn, dueProvisional, assigneeName, outcome } = item
  return {
    consultationId: id,
    number,
    kind,
    topic,
    title,
    agencyName,
    state,
    dueOn,
    dueProvisional,
    assigneeName,
    outcome,
    maskedPhone: item.phoneSealed === null ? null : maskPhone(given.crypto.openColumn(item.phoneSealed)),
    submittedAt: item.submittedAt.toISOString(),
    isOverdue: isConsultationOverdue(item, given.today),
    isMine: item.assigneeId === given.officerId,
  }
}
