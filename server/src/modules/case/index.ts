/** Owns no table: what confirmation, vetting and decision all need of the cases of an agency. */
export { type CaseChecklist, checklistOf } from './case-checklist.ts'
export { type CaseAct, factsOf, lockCaseFor, stateOf } from './facts.ts'
export { getOfficer, rolesOf } from './get-officer.ts'
export { maySeeVetting } from './may-see-vetting.ts'
export { type CaseRecord, type UsedRecord, listCases, listUsedRecords, lockCases } from './sql.ts'
export { type HistoryRow, type NewCaseEvent, appendCaseEvents, listHistory } from './sql-event.ts'
export {
  type ClosedMark,
  type ListedCase,
  type QueueFilter,
  type QueueMark,
  listCaseRows,
  listClosedCases,
  listOpenCases,
  searchCases,
} from './sql-list.ts'
export { tellApplicant } from './tell-applicant.ts'
export { toCaseRow } from './to-case-row.ts'
