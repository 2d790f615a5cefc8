/** The token behind `#`; undefined when the page was opened without one, or reloaded. */
export function readToken(hash: string): string | undefined {
  const token = hash.replace(/^#/, '')
  return token.length >= 20 && token.length <= 100 ? token : undefined
}
