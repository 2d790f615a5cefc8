/** Owns `confirmations`: what the desk decided. */
export { type Confirmation, listLastConfirmations } from './sql.ts'
export { loadConfirmWindow } from './confirm-window.ts'
