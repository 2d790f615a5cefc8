import type { RestrictionRow } from '@xingtan/contract/office/restriction'
import { maskDocumentNumber, maskName } from '@xingtan/domain/mask'
import { refuseEntryAct } from '@xingtan/domain/restriction-entry'
import type { OfficerActor } from '../../platform/actor.ts'
import type { Crypto } from '../../platform/crypto.ts'
import type { Entry } from './sql-entry.ts'

/** An entry as a list shows it: name and number masked (S-122). */
export function toEntryRow(crypto: Pick<Crypto, 'openColumn'>, officer: OfficerActor, entry: Entry): RestrictionRow {
  return {
    entryId: entry.id,
    purpose: entry.purpose,
    kind: entry.kind,
    state: entry.state,
    maskedName: maskName(entry.name),
    maskedNumber: maskDocumentNumber(crypto.openColumn(entry.numberSealed)),
    decidedOn: entry.decidedOn,
    endsOn: entry.endsOn,
    decisionNumber: entry.decisionNumber,
    agencyName: entry.agencyName,
    enteredAt: entry.enteredAt.toISOString(),
    isMineToReview: refuseEntryAct('review', entry, officer).length === 0,
  }
}
