import type { OutputOf } from '@xingtan/contract/endpoint'
import type { findCaseEndpoint } from '@xingtan/contract/office/case'
import { isRegistrationNumber, normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db.ts'
import {
  type ListedCase,
  getOfficer,
  personIndexesOf,
  searchCases,
  searchCasesByName,
  toCaseRow,
} from '../case/index.ts'

type Way = 'registration' | 'name' | 'number'

/** Two Han characters begin a name; whatever holds a digit is a number of some kind. */
function wayOf(text: string): Way {
  if (isRegistrationNumber(normaliseRegistrationNumber(text))) return 'registration'
  return /^\p{Script=Han}{2}[\p{Script=Han}·]*$/u.test(text) ? 'name' : 'number'
}

/**
 * Finds cases of one's own point by 报名号, QR text or document number, and of one's agency by the beginning of a name; a
 * search by number or name is an event (CNF-2, DEC-3, S-144).
 */
export async function findCase(
  ctx: Context,
  input: { readonly text: string },
): Promise<OutputOf<typeof findCaseEndpoint>> {
  const officer = getOfficer(ctx)
  const way = wayOf(input.text)
  const search = (tx: Tx): Promise<ListedCase[]> => {
    if (way === 'name') return searchCasesByName(tx, input.text)
    const personIndexes = way === 'number' ? personIndexesOf(ctx.crypto, input.text) : []
    return searchCases(tx, { registrationNumber: normaliseRegistrationNumber(input.text), personIndexes })
  }
  return ctx.write(async (tx) => {
    const rows = await search(tx)
    for (const row of rows) tx.concerns('application', row.id, { by: way }, 'read')
    if (rows.length === 0 && way !== 'registration')
      tx.concerns('search', officer.userId, { by: way, found: 0 }, 'read')
    return { rows: rows.map((row) => toCaseRow(ctx.crypto, officer, row)) }
  })
}
