import type { Sex } from '@xingtan/contract/person-code'
import { isCalendarDay } from './calendar-day.ts'

/** What is wrong with a resident number; exactly one reason, the first that holds. */
export type IdentityNumberFault = 'characters' | 'length' | 'region' | 'birth-date' | 'check-digit'

export type IdentityNumber =
  | { readonly kind: 'ok'; readonly normalised: string; readonly birthDate: string; readonly sex: Sex }
  | { readonly kind: 'bad'; readonly reason: IdentityNumberFault }

const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const
const CHECK_CHARACTERS = '10X98765432'

/** Check character of the first seventeen digits (GB 11643, equal to ISO 7064 MOD 11-2). */
function checkCharacter(seventeenDigits: string): string {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(seventeenDigits.charAt(index)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * Full-width digits become plain, spaces vanish, x becomes X. Changes the writing only; nothing is judged.
 */
export function normaliseIdentityNumber(text: string): string {
  return text.normalize('NFKC').replaceAll(/\s/gu, '').toUpperCase()
}

/**
 * Reads a resident number as people type it: full-width digits, spaces and a small x are put right, and fifteen digits
 * are upgraded to eighteen. The same rule serves 港澳台居民居住证, whose areas are 810000, 820000 and 830000.
 * Unknown areas are accepted, since counties have merged and vanished; only 000000 is refused (S-087). Whether the
 * birth date lies in the past is for the caller, who knows the day. `birthDate` is `YYYY-MM-DD`; an odd
 * sequence digit is male, an even one female. GB 11643-1999.
 */
export function parseIdentityNumber(text: string): IdentityNumber {
  const typed = normaliseIdentityNumber(text)
  if (!/^\d*X?$/.test(typed)) return { kind: 'bad', reason: 'characters' }
  if (typed.length !== 15 && typed.length !== 18) return { kind: 'bad', reason: 'length' }
  if (typed.length === 15 && typed.endsWith('X')) return { kind: 'bad', reason: 'characters' }
  const body = typed.length === 15 ? `${typed.slice(0, 6)}19${typed.slice(6)}` : typed.slice(0, 17)
  const normalised = typed.length === 15 ? body + checkCharacter(body) : typed
  if (body.startsWith('000000')) return { kind: 'bad', reason: 'region' }
  const birthDate = `${body.slice(6, 10)}-${body.slice(10, 12)}-${body.slice(12, 14)}`
  // Nobody born before 1900 applies, and sequence numbers of that century would be read wrongly.
  if (!/^(19|20)/.test(birthDate) || !isCalendarDay(birthDate)) return { kind: 'bad', reason: 'birth-date' }
  if (!normalised.endsWith(checkCharacter(body))) return { kind: 'bad', reason: 'check-digit' }
  return { kind: 'ok', normalised, birthDate, sex: Number(body.charAt(16)) % 2 === 1 ? 'male' : 'female' }
}

/**
 * Whether a normalised eighteen-character number carries a sequence of 996–999. GB 11643 keeps these for centenarians,
 * so with an adult birth date the number belongs to nobody alive; every synthetic person uses one.
 */
export function isSyntheticNumber(normalised: string): boolean {
  return /^\d{14}99[6-9][\dX]$/.test(normalised)
}
