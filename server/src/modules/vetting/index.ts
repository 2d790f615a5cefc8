/** Owns `vetting_batches` and `vetting_requests`: the no-crime check and the sexual-offence query. */
export { type CaseVetting, type CheckStanding, loadVetting } from './standing.ts'
export { hasOffenceConsent } from './has-offence-consent.ts'
