/** Owns `restrictions` and `restriction_checks`: who is barred, and every look that was taken. */
export { checkRestriction } from './check-restriction.ts'
export { type CheckedCase, checkRestrictions, previewRestrictions } from './check-restrictions.ts'
export { type EntryInput, prepareEntry } from './prepare-entry.ts'
export { reviewEntries } from './review-entries.ts'
export { saveEntry } from './save-entry.ts'
export { getReviewAgency } from './sql-entry.ts'
