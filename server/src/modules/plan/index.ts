/** Owns `rounds`, `closures`, `province_plans`, `agency_plans`, `point_schedules`: when what is open. */
export { listUnfinishedPlans } from './sql-unfinished.ts'
export { type Opening, getNationalOpening, getOpenState, loadAgencyPlan } from './opening.ts'
export { toWindowState } from './window-state.ts'
