/** Where to go after the sign-in: a path of this site out of the address, anything else is the home page. */
export function nextPath(search: URLSearchParams): string {
  const next = search.get('next') ?? '/'
  // `//host` and `/\host` are addresses of other sites to a browser.
  return /^\/(?![/\\])/.test(next) ? next : '/'
}
