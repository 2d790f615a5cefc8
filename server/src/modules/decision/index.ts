/** Owns `reviews`, `decisions`, letters, holds, moves and corrections: what modules above need of them. */
export { describeLetter, orderLetter } from './letter.ts'
export { openCorrection } from './propose-correction.ts'
