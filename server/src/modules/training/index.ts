/** Owns `training_sessions`, `training_attendances`: who was taught what, and whether it still counts (PLN-7). */
export { hasYearlyTraining, isTrained, listUntrained } from './is-trained.ts'
export { refuseUntrained } from './refuse-untrained.ts'
