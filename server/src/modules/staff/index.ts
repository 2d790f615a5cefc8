/**
 * Owns `staff_people`, `staff_users`, `staff_keys`, `staff_sign_ins`, `staff_sessions`, `staff_failures`, `staff_profiles`, `staff_filings`,
 * `staff_filing_events`, `staff_delegations`, `staff_activations`: office people. */
export { listDutiesOf } from './list-duties.ts'
export { insertSecurityEvent as noteSecurityEvent } from './sql-security-event.ts'
export { authenticateOfficer } from './session.ts'
