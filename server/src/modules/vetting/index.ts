/** Owns `vetting_*` and `police_offices`: the no-crime check and the sexual-offence query. */
export { type CaseVetting, type CheckStanding, loadVetting } from './standing.ts'
export { hasOffenceConsent } from './has-offence-consent.ts'
export { noteCaseLook } from './note-case-look.ts'
