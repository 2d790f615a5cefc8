/** Owns `accounts`, `devices`, `sessions`, sign-in tickets and failures, challenges, phone codes: who the person is. */
export { getApplicant, throwUnlessReady } from './applicant.ts'
export { authenticateApplicant } from './session.ts'
export { takePhoneCode } from './phone-code.ts'
export { type Applicant, findAccount } from './sql-account.ts'
export { replacePhone } from './replace-phone.ts'
export { countTriesOn } from './sql-verification.ts'
export { fillPuzzlePool } from './sweep.ts'
