import type { ContactLine } from '@xingtan/contract/contact'
import type { StoredContact } from './sql.ts'

const BETWEEN_PHONES = /[、,，;；/]\s*/

/** One agency as the public reads it; what it has not published is null. */
export function toContact(row: StoredContact): ContactLine {
  const { agencyCode, name, level, types, address, phone, email, hours, notes, website, publishedAt } = row
  const isPublished =
    address !== null && phone !== null && email !== null && hours !== null && notes !== null && publishedAt !== null
  const profile = isPublished
    ? {
        address,
        phones: phone.split(BETWEEN_PHONES),
        email,
        hours,
        notes,
        website,
        publishedAt: publishedAt.toISOString(),
      }
    : null
  return { agencyCode, name, level, types, profile }
}
