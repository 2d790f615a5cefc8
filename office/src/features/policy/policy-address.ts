/**
 * Word of a policy in an address: keys carry a dot, and an address with a dot is a file to the server, which has none
 * (S-063).
 */
export function toPolicyWord(key: string): string {
  return key.replaceAll('.', '~')
}

/** The key behind the word of an address. */
export function readPolicyWord(word: string): string {
  return word.replaceAll('~', '.')
}

/** Page of one policy in a place. */
export function policyPath(key: string, place: string): string {
  return `/policies/${toPolicyWord(key)}?place=${place}`
}
