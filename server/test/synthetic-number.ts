const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]

let people = 0

/** A resident number of the reserved sequences 996 and 997, right to the check digit; a new one with each call. */
export function makeSyntheticNumber(sex: 1 | 2): string {
  people += 1
  const two = (value: number) => String(value).padStart(2, '0')
  const birth = `${1960 + Math.floor(people / 336)}${two((Math.floor(people / 28) % 12) + 1)}${two((people % 28) + 1)}`
  const body = `330802${birth}${sex === 1 ? 997 : 996}`
  const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(body[index]), 0)
  return `${body}${'10X98765432'.charAt(sum % 11)}`
}
