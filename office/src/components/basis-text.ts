/** The clause behind a rule, as it is shown; 「依据待核」 says already what it is. */
export function basisText(basis: string): string {
  return basis.startsWith('依据') ? basis : `依据：${basis}`
}
