const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY'
const WEIGHTS = [1, 3, 9, 27, 19, 26, 16, 17, 20, 29, 25, 13, 8, 24, 10, 30, 28]
const ORGANISATION_WEIGHTS = [3, 7, 9, 10, 5, 8, 4, 2]
const CODE = /^[\dA-HJ-NPQRTUWXY]{2}\d{6}[\dA-HJ-NPQRTUWXY]{10}$/

/** Check character of a GB 11714 organisation code, of its first eight. */
function organisationCheck(code: string): string {
  const sum = ORGANISATION_WEIGHTS.reduce((total, weight, index) => {
    const character = code.charAt(index)
    const value = /\d/.test(character) ? Number(character) : character.charCodeAt(0) - 55
    return total + weight * value
  }, 0)
  const check = 11 - (sum % 11)
  if (check === 10) return 'X'
  return check === 11 ? '0' : String(check)
}

/**
 * Whether a 统一社会信用代码 is well formed: eighteen characters of its alphabet, its own check character, and that of
 * the organisation code inside (characters 9 to 17). GB 32100-2015; GB 11714.
 */
export function isCreditCode(text: string): boolean {
  if (!CODE.test(text)) return false
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * ALPHABET.indexOf(text.charAt(index)), 0)
  const isOwnRight = ALPHABET.charAt((31 - (sum % 31)) % 31) === text.charAt(17)
  return isOwnRight && organisationCheck(text.slice(8, 16)) === text.charAt(16)
}
