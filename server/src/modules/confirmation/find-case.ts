import type { OutputOf } from '@xingtan/contract/endpoint'
import type { findCaseEndpoint } from '@xingtan/contract/office/case'
import { isRegistrationNumber, normaliseRegistrationNumber } from '@xingtan/domain/registration-number'
import type { Context } from '../../platform/context.ts'
import { getOfficer, personIndexesOf, searchCases, toCaseRow } from '../case/index.ts'

/** Finds cases of one's own point by 报名号, QR text or document number; a search by number is an event (CNF-2, S-144). */
export async function findCase(
  ctx: Context,
  input: { readonly text: string },
): Promise<OutputOf<typeof findCaseEndpoint>> {
  const officer = getOfficer(ctx)
  const registrationNumber = normaliseRegistrationNumber(input.text)
  const isByNumber = !isRegistrationNumber(registrationNumber)
  const personIndexes = isByNumber ? personIndexesOf(ctx.crypto, input.text) : []
  return ctx.write(async (tx) => {
    const rows = await searchCases(tx, { registrationNumber, personIndexes })
    for (const row of rows) tx.concerns('application', row.id, { by: isByNumber ? 'number' : 'registration' }, 'read')
    if (rows.length === 0 && isByNumber) tx.concerns('search', officer.userId, { by: 'number', found: 0 }, 'read')
    return { rows: rows.map((row) => toCaseRow(ctx.crypto, officer, row)) }
  })
}
