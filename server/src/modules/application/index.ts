/** Owns `drafts`, `applications`, `application_events`, `consents`, `documents`: from the first step to the last fact. */
export { toCaseState } from './case-state.ts'
export { Snapshot } from './snapshot.ts'
export { type ApplicationRow, findApplication, lockApplication } from './sql.ts'
export { findDraft, lockDraft, updateDraftSteps } from './sql-draft.ts'
export { type EventRow, insertEvent, listEvents } from './sql-event.ts'
