/** Owns `drafts` and `consents`, and hands cases in: from the first step to the receipt of a submission. */
export { findDraft, lockDraft, updateDraftSteps } from './sql-draft.ts'
