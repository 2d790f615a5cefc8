import type { DocumentType } from '@xingtan/contract/document'
import type { Refusal } from '@xingtan/contract/problem'
import type { RestrictionKind } from '@xingtan/contract/restriction-kind'
import { parsePersonDocument } from '@xingtan/domain/person-identity'
import { parsePersonName } from '@xingtan/domain/person-name'
import { checkName, lastDayOf, refuseEntry } from '@xingtan/domain/restriction-entry'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import { throwIfRefused } from '../../platform/problem.ts'
import { loadPolicyBook } from '../policy/index.ts'
import type { StoredDecision } from './store-decision.ts'
import { type NewEntry, getPreview } from './sql-entry.ts'

export interface EntryInput {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly kind: RestrictionKind
  readonly decidedOn: string
  readonly endsOn: string
  readonly authority: string
  readonly decisionNumber: string
  readonly cause: string
  readonly lateReason: string
}

type PreparedEntry = Omit<
  NewEntry,
  | 'id'
  | 'purpose'
  | 'correctsId'
  | 'agencyCode'
  | 'reviewAgencyCode'
  | 'enteredBy'
  | 'decisionFileId'
  | 'correctionReason'
>

const emptyToNull = (text: string): string | null => (text === '' ? null : text)

/**
 * Checks everything that was typed, the decision file included, and answers the row to write; refuses with all reasons
 * at once. The name has to be the one under which the number was proven here (RES-2, S-074).
 */
export async function prepareEntry(
  ctx: Pick<Context, 'crypto'>,
  tx: Tx,
  typed: {
    readonly agencyCode: string
    readonly input: EntryInput
    readonly decision: StoredDecision | readonly Refusal[]
  },
): Promise<PreparedEntry> {
  const { input, agencyCode, decision } = typed
  const endsOn = emptyToNull(input.endsOn)
  const lateReason = emptyToNull(input.lateReason)
  const book = await loadPolicyBook(tx, agencyCode)
  const refusals = refuseEntry(
    { ...input, endsOn, lateReason },
    tx.today,
    book.resolve('restriction.entry-days', tx.today).value,
  )
  const document = parsePersonDocument(input.documentType, input.documentNumber)
  const name = parsePersonName(input.name)
  const fileRefusals = 'hash' in decision ? [] : decision
  if (document.kind === 'bad' || name.kind === 'bad') {
    throwIfRefused([...refusals, ...fileRefusals])
    throw new Error('a wrong name or number was refused without a reason')
  }
  const personIndex = ctx.crypto.blindIndex('person', document.key)
  const { knownNames } = await getPreview(tx, personIndex, name.name)
  const isOther = checkName(name.name, knownNames) === 'different'
  throwIfRefused([
    ...refusals,
    ...(isOther ? [{ code: 'restriction.name-mismatch' as const, field: 'name' }] : []),
    ...fileRefusals,
  ])
  return {
    kind: input.kind,
    name: name.name,
    documentType: input.documentType,
    numberSealed: ctx.crypto.sealColumn(document.normalised),
    personIndex,
    decidedOn: input.decidedOn,
    endsOn: lastDayOf({ ...input, endsOn }),
    authority: input.authority,
    decisionNumber: input.decisionNumber,
    causeSealed: ctx.crypto.sealColumn(input.cause),
    lateReason,
  }
}
