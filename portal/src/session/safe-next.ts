/** Pages a sign-in may lead back to: our own, and no page of the sign-in itself, which would go in circles. */
const ALLOWED = [
  '/services',
  '/certificates',
  '/questions',
  '/help',
  '/notices',
  '/business',
  '/apply',
  '/applications',
  '/centre',
  '/profile',
  '/real-name',
] as const

/**
 * The address to go to after signing in. Only addresses of this site on the list above are followed, so that a link
 * cannot use the sign-in page to lead people elsewhere (S-028); everything else gives `otherwise`.
 */
export function safeNext(next: string | null, otherwise: string): string {
  if (next === null || !/^\/[^/\\]/.test(next) || /[\\\p{Cc}]/u.test(next)) return otherwise
  const { origin, pathname, search, hash } = new URL(next, 'https://here.invalid')
  const isAllowed = ALLOWED.some((path) => pathname === path || pathname.startsWith(`${path}/`))
  return origin === 'https://here.invalid' && isAllowed ? pathname + search + hash : otherwise
}
