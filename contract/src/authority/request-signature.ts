/**
 * How a question proves who asks. `signature` is HMAC-SHA256 (hex, key = shared key) over the text of
 * `signedText`; a timestamp more than `MAX_SKEW_MS` away from the receiver's clock is refused.
 */
export const SIGNATURE_HEADERS = {
  clientKey: 'x-client-key',
  timestamp: 'x-timestamp',
  signature: 'x-signature',
} as const

export const MAX_SKEW_MS = 300_000

export interface SignedRequest {
  /** Milliseconds since 1970 in decimal, from the real clock: never the movable clock of the demonstration. */
  readonly timestamp: string
  readonly method: 'GET' | 'POST'
  /** Path with query, exactly as sent. */
  readonly path: string
  /** Body exactly as sent; empty for GET. */
  readonly body: string
}

/** The text both sides sign: four parts joined by line feeds. */
export function signedText(request: SignedRequest): string {
  return [request.timestamp, request.method, request.path, request.body].join('\n')
}

/** The text behind `subject.numberHash`. */
export function subjectText(requestId: string, documentNumber: string): string {
  return `${requestId}\n${documentNumber}`
}
