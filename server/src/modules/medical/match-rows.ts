import type { MedicalSheetRow } from '@xingtan/domain/medical'
import { foldNameForMatching } from '@xingtan/domain/person-name'
import { isRegistrationNumber, normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Crypto } from '../../platform/crypto.ts'
import type { Tx } from '../../platform/db.ts'
import { personIndexesOf } from '../case/index.ts'
import { type MatchRow, findOpenCases } from './sql-import.ts'

export interface MatchedRow {
  readonly row: MedicalSheetRow
  readonly match:
    | { readonly kind: 'found'; readonly applicationId: string }
    | { readonly kind: 'not-found' | 'name-differs' | 'several' }
}

interface RowKey {
  readonly row: MedicalSheetRow
  readonly registrationNumber: string | null
  readonly personIndexes: readonly Buffer[]
}

function keyOf(crypto: Crypto, row: MedicalSheetRow): RowKey {
  const typed = normaliseRegistrationNumber(row.key)
  if (isRegistrationNumber(typed)) return { row, registrationNumber: typed, personIndexes: [] }
  return { row, registrationNumber: null, personIndexes: personIndexesOf(crypto, row.key) }
}

function matchOne({ row, registrationNumber, personIndexes }: RowKey, found: readonly MatchRow[]): MatchedRow {
  const own = found.filter((one) =>
    registrationNumber === null
      ? personIndexes.some((index) => index.equals(one.personIndex))
      : one.registrationNumber === registrationNumber,
  )
  const [first] = own
  if (first === undefined) return { row, match: { kind: 'not-found' } }
  if (own.length > 1) return { row, match: { kind: 'several' } }
  // A number alone is a slip of a pen away from somebody else's medical conclusion.
  const isSame = foldNameForMatching(first.name) === foldNameForMatching(row.name)
  return { row, match: isSame ? { kind: 'found', applicationId: first.id } : { kind: 'name-differs' } }
}

/** Which open case of one's own agency each row belongs to, by number and name together. */
export async function matchRows(tx: Tx, crypto: Crypto, rows: readonly MedicalSheetRow[]): Promise<MatchedRow[]> {
  const keys = rows.map((row) => keyOf(crypto, row))
  const found = await findOpenCases(tx, {
    registrationNumbers: keys.flatMap(({ registrationNumber }) => registrationNumber ?? []),
    personIndexes: keys.flatMap(({ personIndexes }) => personIndexes),
  })
  return keys.map((key) => matchOne(key, found))
}
