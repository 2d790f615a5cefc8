import type { AnyEndpoint, EndpointShape } from '@xingtan/contract/endpoint'
import { ProblemDocument } from '@xingtan/contract/problem-document'
import type { z } from 'zod'
import { clientProblem } from './client-problem.ts'
import { endpointUrl, splitTarget, toText } from './endpoint-url.ts'
import { newIdempotencyKey } from './new-idempotency-key.ts'
import { ProblemError } from './problem-error.ts'

export interface CallOptions {
  /** One key per intent of a person: pass the same key again when the same command is retried. */
  readonly idempotencyKey?: string
  readonly signal?: AbortSignal
  /** What a demand of the server is met with, beside the headers of every call. */
  readonly headers?: Readonly<Record<string, string>>
  /** The one file of an endpoint with `body: 'file'`. */
  readonly file?: Blob
  readonly fileName?: string
  /** How long to wait for the answer; 30 s, or 120 s with a file. */
  readonly timeoutMs?: number
}

export type Call = <Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: EndpointShape<Input, Output>,
  input: z.input<Input>,
  options?: CallOptions,
) => Promise<z.output<Output>>

function multipartBody(rest: ReadonlyMap<string, unknown>, options: CallOptions): FormData {
  const form = new FormData()
  // Fields stand before the file so that a server reading the stream knows them when the file begins.
  for (const [name, value] of rest) if (value !== undefined && value !== null) form.append(name, toText(value))
  if (options.file !== undefined) form.append('file', options.file, options.fileName ?? 'file')
  return form
}

function commandRequest(endpoint: AnyEndpoint, input: unknown, options: CallOptions): [string, RequestInit] {
  const { url, rest } = splitTarget(endpoint, input)
  const headers = new Headers({ 'Idempotency-Key': options.idempotencyKey ?? newIdempotencyKey() })
  if (endpoint.body === 'file') return [url, { method: 'POST', headers, body: multipartBody(rest, options) }]
  headers.set('Content-Type', 'application/json')
  return [url, { method: 'POST', headers, body: JSON.stringify(Object.fromEntries(rest)) }]
}

function retryAfterOf(response: Response): number | undefined {
  const seconds = Number.parseInt(response.headers.get('Retry-After') ?? '', 10)
  return Number.isNaN(seconds) ? undefined : seconds
}

async function problemOf(response: Response): Promise<ProblemDocument> {
  const retryAfterSeconds = retryAfterOf(response)
  const body: unknown = await response.json().catch(() => undefined)
  const parsed = ProblemDocument.safeParse(body)
  if (parsed.success) return retryAfterSeconds === undefined ? parsed.data : { retryAfterSeconds, ...parsed.data }
  return clientProblem('client.unavailable', {
    status: response.status,
    correlationId: response.headers.get('X-Correlation-Id'),
    retryAfterSeconds,
  })
}

function failureOf(error: unknown, options: CallOptions): unknown {
  // Whoever cancelled knows why; a cancelled call is not a problem to show.
  if (options.signal?.aborted === true) return error
  const isTimeout = error instanceof DOMException && error.name === 'TimeoutError'
  return new ProblemError(clientProblem(isTimeout ? 'client.timeout' : 'client.offline'), { cause: error })
}

async function request(url: string, init: RequestInit, options: CallOptions): Promise<Response> {
  const timeout = AbortSignal.timeout(options.timeoutMs ?? (options.file === undefined ? 30_000 : 120_000))
  const signal = options.signal === undefined ? timeout : AbortSignal.any([options.signal, timeout])
  try {
    return await fetch(url, { ...init, signal, credentials: 'same-origin' })
  } catch (error) {
    throw failureOf(error, options)
  }
}

/** A `call` for a server elsewhere (tests); pages use `call`. `origin` has no trailing slash. */
export function makeCall(origin: string): Call {
  return async (endpoint, input, options = {}) => {
    const [url, init]: [string, RequestInit] =
      endpoint.method === 'GET' ? [endpointUrl(endpoint, input), {}] : commandRequest(endpoint, input, options)
    const headers = new Headers(init.headers)
    // A form on a foreign page cannot set this header without asking first, which the server never allows (CSRF).
    headers.set('X-Requested-With', 'xingtan')
    for (const [name, value] of Object.entries(options.headers ?? {})) headers.set(name, value)
    headers.set('Accept', 'application/json, application/problem+json')
    const response = await request(origin + url, { ...init, headers }, options)
    if (!response.ok) throw new ProblemError(await problemOf(response))
    const body: unknown = await response.json().catch(() => undefined)
    const parsed = endpoint.output.safeParse(body)
    if (!parsed.success) {
      const facts = { status: response.status, correlationId: response.headers.get('X-Correlation-Id') }
      throw new ProblemError(clientProblem('client.unexpected-answer', facts), { cause: parsed.error })
    }
    return parsed.data
  }
}

/**
 * Calls one endpoint of this site and parses the answer. Throws `ProblemError` for every refusal, for a lost
 * connection (`client.offline`), a late answer (`client.timeout`) and an answer that does not fit the contract.
 */
export const call: Call = makeCall('')
