/** Owns `drafts`, `applications`, `application_events`, `consents`, `documents`: from the first step to the last fact. */
export { Snapshot } from './snapshot.ts'
export { findDraft, lockDraft, updateDraftSteps } from './sql-draft.ts'
