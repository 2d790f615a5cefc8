/** Owns `rounds`, `closures`, `function_switches` and `window_extensions`: when the nation is open, and for what. */
export { guardFunctions } from './guard-functions.ts'
export { listNationalWindows, listShutIntervals } from './sql.ts'
