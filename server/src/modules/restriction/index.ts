/** Owns `restrictions` and `restriction_checks`: who is barred, and every look that was taken. */
export { checkRestriction } from './check-restriction.ts'
export { type CheckedCase, checkRestrictions, previewRestrictions } from './check-restrictions.ts'
