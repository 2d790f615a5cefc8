/** Owns `materials`, `online_cases`, `supplement_requests`: what was handed in online and the time granted for it. */
export { closeAfterAmend, grantTimeOnReturn, mayAmendNow } from './granted-time.ts'
export { loadOnlineFile } from './online-file.ts'
export { findOnlineCase } from './sql-online.ts'
export { closeOpenRequest, findOpenRequest } from './sql-request.ts'
