import type { DownReason } from '@xingtan/domain/outcome'

export const MAX_ANSWER_BYTES = 256 * 1024

/** What came back from one attempt. */
export type Exchange =
  | { readonly kind: 'answered'; readonly body: unknown }
  | { readonly kind: 'limited'; readonly retryAfterSeconds: number }
  /** `isBrief` troubles (a cut connection, a gateway error) are worth one more try. */
  | { readonly kind: 'failed'; readonly because: DownReason; readonly isBrief: boolean }

export interface Attempt {
  readonly fetch: typeof fetch
  readonly url: string
  readonly method: 'GET' | 'POST'
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | undefined
  /** Ends the attempt, the reading of the body included. */
  readonly signal: AbortSignal
}

const LONGEST_WAIT_SECONDS = 86_400
const DEFAULT_WAIT_SECONDS = 60
const BRIEF_STATUSES = new Set([502, 503, 504])

function readRetryAfter(response: Response): number {
  const seconds = Number(response.headers.get('retry-after') ?? Number.NaN)
  if (!Number.isInteger(seconds) || seconds < 1) return DEFAULT_WAIT_SECONDS
  return Math.min(seconds, LONGEST_WAIT_SECONDS)
}

/** JSON in UTF-8, said so, and nothing else (S-152). */
function isJson(response: Response): boolean {
  return /^application\/json(;\s*charset="?utf-8"?)?$/i.test(response.headers.get('content-type') ?? '')
}

/** The body as bytes, or undefined as soon as it is longer than an honest answer can be. */
async function readBounded(response: Response): Promise<Uint8Array | undefined> {
  const blocks: Uint8Array[] = []
  let length = 0
  for await (const block of response.body ?? []) {
    length += block.length
    // Leaving the loop cancels the stream, so the rest is never fetched.
    if (length > MAX_ANSWER_BYTES) return undefined
    blocks.push(block)
  }
  return Buffer.concat(blocks)
}

function parseBody(bytes: Uint8Array): Exchange {
  try {
    const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes)
    return { kind: 'answered', body: JSON.parse(text) }
  } catch {
    // Broken UTF-8 or broken JSON. The parser's own message would quote the body, so it is dropped.
    return { kind: 'failed', because: 'body', isBrief: false }
  }
}

async function readAnswer(response: Response): Promise<Exchange> {
  if (response.status === 429) {
    await response.body?.cancel()
    return { kind: 'limited', retryAfterSeconds: readRetryAfter(response) }
  }
  if (response.status !== 200) {
    await response.body?.cancel()
    return { kind: 'failed', because: 'status', isBrief: BRIEF_STATUSES.has(response.status) }
  }
  if (!isJson(response)) {
    await response.body?.cancel()
    return { kind: 'failed', because: 'body', isBrief: false }
  }
  const bytes = await readBounded(response)
  return bytes === undefined ? { kind: 'failed', because: 'body', isBrief: false } : parseBody(bytes)
}

/** One question, one answer, inside the time and size limits; redirects are not followed. Never throws. */
export async function exchange({ fetch: send, url, method, headers, body, signal }: Attempt): Promise<Exchange> {
  try {
    const response = await send(url, { method, headers, body: body ?? null, redirect: 'manual', signal })
    return await readAnswer(response)
  } catch {
    if (signal.aborted) return { kind: 'failed', because: 'timeout', isBrief: false }
    return { kind: 'failed', because: 'unreachable', isBrief: true }
  }
}
