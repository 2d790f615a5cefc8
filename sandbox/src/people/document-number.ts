const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'

/** Check character of GB 11643 over the first seventeen digits. */
export function checkCharacter(first17: string): string {
  const sum = WEIGHTS.reduce((total, weight, place) => total + weight * Number(first17.charAt(place)), 0)
  return CHECK_CHARACTERS.charAt(sum % 11)
}

/**
 * A synthetic resident number: sequence digits 996–999 with an adult birth date, a range kept for centenarians, so that
 * it cannot be a living person's (`domain.md` §16.1). An odd sequence is a man's.
 */
export function toSyntheticNumber(areaCode: string, birthOn: string, sequence: 996 | 997 | 998 | 999): string {
  const first17 = `${areaCode}${birthOn.replaceAll('-', '')}${sequence}`
  return `${first17}${checkCharacter(first17)}`
}
