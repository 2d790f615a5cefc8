/** A long number in groups of four from the left, easier to read out and to compare; copying takes the plain one. */
export function groupNumber(number: string): string {
  return number.replaceAll(/(.{4})(?=.)/g, '$1 ')
}
