/** Owns `staff_people`, `staff_users`, `staff_keys`, `staff_sign_ins`, `staff_sessions`, `staff_failures`: office people. */
export { authenticateOfficer } from './session.ts'
