/** Owns `confirmations` and the 受理凭证 in `documents`: what the desk decided. */
export { type Confirmation, listLastConfirmations } from './sql.ts'
export { loadConfirmWindow } from './confirm-window.ts'
