/** Owns `materials`, `online_cases`, `supplement_requests`: what was handed in online and the time granted for it. */
export { grantTime } from './grant-time.ts'
export { type OnlineFile, loadOnlineFile } from './online-file.ts'
export { isOnlineOffered } from './desk-rule.ts'
export { findOpenRequest } from './sql-request.ts'
export { closeOpenRequest } from './sql-request.ts'
export { findOnlineCase } from './sql-online.ts'
export { listLiveMaterials } from './sql.ts'
