/** Looks through what offices are about to publish; owns no table. */
export { checkTexts, throwIfBlocked } from './check-texts.ts'
