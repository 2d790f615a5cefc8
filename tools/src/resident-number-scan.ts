const CANDIDATE =
  /(?<![0-9A-Za-z])[1-8]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9A-Za-z])/g
// GB 11643-1999: weights of the first 17 digits and the check characters by remainder of 11.
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const CHECK_CHARACTERS = '10X98765432'
const FIRST_SYNTHETIC_SEQUENCE = 996
const ADULT_YEARS = 18

/**
 * The resident identity numbers in a text that could be a living person's: the checksum is right and the number is
 * outside the synthetic pattern (sequence 996–999 with an adult's birth date). S-135. `today` is 'YYYY-MM-DD'.
 */
export function findRealisticNumbers(text: string, today: string): string[] {
  return [...text.matchAll(CANDIDATE)]
    .map(([number]) => number)
    .filter((number) => hasRightChecksum(number) && !isSynthetic(number, today))
}

function hasRightChecksum(number: string): boolean {
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(number[index]), 0)
  return CHECK_CHARACTERS[sum % 11] === number[17]?.toUpperCase()
}

function isSynthetic(number: string, today: string): boolean {
  const latestAdultBirth = String(Number(today.replaceAll('-', '')) - ADULT_YEARS * 10_000)
  return Number(number.slice(14, 17)) >= FIRST_SYNTHETIC_SEQUENCE && number.slice(6, 14) <= latestAdultBirth
}
