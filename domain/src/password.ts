import { COMMON_PASSWORDS, CONTEXT_WORDS } from './common-password.ts'

/** Why a password is refused; all reasons that hold. None of them asks for kinds of characters (NIST SP 800-63B-4). */
export type PasswordFault = 'too-short' | 'too-long' | 'common' | 'context-word' | 'own-data' | 'repeated' | 'sequence'

export interface PasswordRule {
  /** In code points: 8 where new devices need a phone code besides, 15 where the password stands alone (S-008). */
  readonly minimumLength: number
  /** What others may know of the person; numbers as normalised, `null` where unknown. */
  readonly own: { readonly documentNumber: string | null; readonly phone: string | null }
}

const MAXIMUM_LENGTH = 128
/** Digits and signs around a word that do not make it another word. */
const AFFIX_LENGTH = 6
/** A run such as `abcd` or `qwer` is one idea; fewer ideas than this are guessed at once. */
const FEWEST_IDEAS = 5
const FEWEST_OTHER_LETTERS = 4
const ROWS = ['1234567890', 'qwertyuiop', 'asdfghjkl', 'zxcvbnm', '1qaz2wsx3edc4rfv5tgb6yhn7ujm']

/** The form that is hashed and compared, so that full-width and composed input opens the same account (S-010). */
export function normalisePassword(text: string): string {
  return text.normalize('NFKC')
}

/** The word inside signs and digits, and the signs and digits around it. */
function splitAffixes(word: string): { core: string; affix: string } {
  const core = word.replace(/^[^\p{L}]+/u, '').replace(/[^\p{L}]+$/u, '')
  return { core, affix: word.replace(core, '') }
}

/** `5201314520` and `woaini5201314`: one common password after another. */
function isPairOfCommon(lower: string): boolean {
  return Array.from(lower).some((_one, at) => {
    return COMMON_PASSWORDS.has(lower.slice(0, at)) && COMMON_PASSWORDS.has(lower.slice(at))
  })
}

/** Common as a whole, a pair of common ones, or a common word with a short tail: `Password2026!`. */
function isCommon(lower: string): boolean {
  if (COMMON_PASSWORDS.has(lower) || isPairOfCommon(lower)) return true
  const plain = lower.replaceAll('@', 'a').replaceAll('0', 'o').replaceAll('$', 's')
  return [lower, plain].some((spelling) => {
    const { core, affix } = splitAffixes(spelling)
    return COMMON_PASSWORDS.has(core) && affix.length <= AFFIX_LENGTH
  })
}

/** Little is left when the words of this business, digits and signs are taken out: `jszg2026jszg2026`. */
function isMadeOfContextWords(lower: string): boolean {
  const rest = CONTEXT_WORDS.reduce((text, word) => text.replaceAll(word, ''), lower)
  return rest !== lower && rest.replaceAll(/[^\p{L}]/gu, '').length < FEWEST_OTHER_LETTERS
}

/** Pieces of the person's own numbers that others know or can look up. */
function ownPieces(own: PasswordRule['own']): string[] {
  const number = (own.documentNumber ?? '').toLowerCase()
  const phone = own.phone ?? ''
  const birthDay = number.length === 18 ? [number.slice(6, 14)] : []
  return [number.slice(-6), phone.slice(-6), ...birthDay].filter((piece) => piece.length >= 6)
}

/** A short unit written again and again, the last time perhaps in part: `kx9kx9kx`. */
function isRepeated(points: readonly string[], minimumLength: number): boolean {
  const period = points.findIndex((_point, at) => at > 0 && points.every((one, i) => i < at || one === points[i - at]))
  return period > 0 && period < minimumLength && period * 2 <= points.length
}

/** How `next` follows `previous` in the alphabet, among the digits or on the keyboard; `undefined` when it does not. */
function stepOf(previous: string, next: string): string | undefined {
  const difference = Number(next.codePointAt(0)) - Number(previous.codePointAt(0))
  if (Math.abs(difference) <= 1) return `code ${difference}`
  if (ROWS.some((keys) => keys.includes(previous + next))) return 'row forwards'
  return ROWS.some((keys) => keys.includes(next + previous)) ? 'row backwards' : undefined
}

/** How many ideas the password holds when a run of three or more counts once. */
function countIdeas(points: readonly string[]): number {
  const steps: (string | undefined)[] = []
  let previous = '\0'
  for (const point of points) {
    steps.push(stepOf(previous, point))
    previous = point
  }
  return steps.filter((step, at) => step === undefined || (step !== steps[at - 1] && step !== steps[at + 1])).length
}

/**
 * Reasons to refuse a new password; empty means it may be set. Length and block-lists only, no rule on kinds of
 * characters and no expiry. Lengths count code points after NFKC. NIST SP 800-63B-4 §3.1.1.2; OWASP ASVS 5.0 6.2.
 */
export function refusePassword(text: string, rule: PasswordRule): PasswordFault[] {
  const lower = normalisePassword(text).toLowerCase()
  const points = Array.from(normalisePassword(text))
  const faults: PasswordFault[] = []
  if (points.length < rule.minimumLength) faults.push('too-short')
  // Too long is told alone: the other questions cost more the longer the text.
  if (points.length > MAXIMUM_LENGTH) return ['too-long']
  if (isCommon(lower)) faults.push('common')
  if (isMadeOfContextWords(lower)) faults.push('context-word')
  if (ownPieces(rule.own).some((piece) => lower.includes(piece))) faults.push('own-data')
  if (isRepeated(Array.from(lower), rule.minimumLength)) faults.push('repeated')
  if (countIdeas(Array.from(lower)) < FEWEST_IDEAS) faults.push('sequence')
  return faults
}
