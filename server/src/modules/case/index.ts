/** Owns `applications` and `application_events`: what every module that works on a case needs of it. */
export { arrange } from './arrange.ts'
export { type CaseChecklist, checklistOf, handedInOn } from './case-checklist.ts'
export { listConflicts } from './conflicts.ts'
export { explainUnknownCase } from './explain-unknown-case.ts'
export { lockCaseFor, stateOf } from './facts.ts'
export { getOfficer, rolesOf } from './get-officer.ts'
export { maySeeVetting } from './may-see-vetting.ts'
export { personIndexesOf } from './person-indexes.ts'
export { Snapshot } from './snapshot.ts'
export {
  type CaseRecord,
  findCase,
  findHeldCase,
  listCases,
  listCasesOf,
  listUsedRecords,
  lockCase,
  lockCases,
} from './sql.ts'
export { listOwnCases } from './list-own-cases.ts'
export { findCaseBelow } from './sql-below.ts'
export {
  type EventRow,
  type HistoryRow,
  appendCaseEvents,
  findSubmittedFrom,
  listEvents,
  listHistory,
} from './sql-event.ts'
export {
  type ListedCase,
  listCaseRows,
  listClosedCases,
  listOpenCases,
  searchCases,
  searchCasesByName,
} from './sql-list.ts'
export { tellApplicant, tellApplicants } from './tell-applicant.ts'
export { toCaseRow } from './to-case-row.ts'
