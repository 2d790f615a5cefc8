const PLACEHOLDER = '__CSP_NONCE__'

/** Nonce the server wrote into this page for the styles made at run time; undefined where no policy is sent. */
export function cspNonce(page: Document): string | undefined {
  const nonce = page.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return nonce === '' || nonce === PLACEHOLDER ? undefined : nonce
}
