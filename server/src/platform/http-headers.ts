import { randomBytes } from 'node:crypto'

export interface PageOptions {
  readonly https: boolean
  /** Origins that scripts of this site may call beside their own (the officer's key middleware). */
  readonly connect: readonly string[]
}

/** A nonce for the style elements that the office's component library writes. */
export function createNonce(): string {
  return randomBytes(16).toString('base64')
}

/** Content security policy of every answer: nothing from anywhere else, no inline script (S-091). */
export function contentSecurityPolicy(options: PageOptions, nonce?: string): string {
  const style = nonce === undefined ? `'self'` : `'self' 'nonce-${nonce}'`
  return [
    `default-src 'none'`,
    `script-src 'self'`,
    `style-src ${style}`,
    `img-src 'self' data: blob:`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...options.connect].join(' ')}`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `form-action 'self'`,
    `base-uri 'none'`,
    `object-src 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Headers of every answer, errors and redirects included (S-160). */
export function commonHeaders(options: PageOptions): Record<string, string> {
  return {
    'content-security-policy': contentSecurityPolicy(options),
    'x-content-type-options': 'nosniff',
    'referrer-policy': 'no-referrer',
    'cross-origin-opener-policy': 'same-origin',
    'cross-origin-resource-policy': 'same-origin',
    'permissions-policy': 'camera=(), microphone=(), geolocation=(), payment=()',
    ...(options.https ? { 'strict-transport-security': 'max-age=63072000; includeSubDomains' } : {}),
  }
}
