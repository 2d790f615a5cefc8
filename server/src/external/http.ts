import { createHmac } from 'node:crypto'
import type { AuthorityName } from '@xingtan/contract/authority/authority-name'
import { SIGNATURE_HEADERS, signedText } from '@xingtan/contract/authority/request-signature'
import type { Trouble } from '@xingtan/domain/outcome'
import type { z } from 'zod'
import { monotonicMs, processNow, sleep } from '../platform/clock.ts'
import type { AuthorityEvent } from './authority-event.ts'
import { createCircuit } from './circuit.ts'
import { exchange } from './exchange.ts'
import type { Exchange } from './exchange.ts'
import { createRetryBudget } from './retry-budget.ts'

const CLIENT_KEY = 'xingtan'
const DEADLINE_MS = 3000
const MAX_CONCURRENT = 20
const BACK_OFF_MS = { least: 50, most: 250 }

export interface CallerOptions {
  readonly authority: AuthorityName
  /** Origin of the authority, for example `https://chsi.example.cn`; paths are part of the contract. */
  readonly baseUrl: string
  readonly sharedKey: string
  /** Whole time of a call, repetition and reading included; 3,000 unless told. */
  readonly deadlineMs?: number | undefined
  readonly fetch?: typeof fetch | undefined
  readonly observe?: ((event: AuthorityEvent) => void) | undefined
  /** For tests of the rest between attempts. */
  readonly nowMs?: (() => number) | undefined
}

export interface Call<Answer> {
  readonly method: 'GET' | 'POST'
  readonly path: string
  readonly question?: object
  readonly answer: z.ZodType<Answer>
  /** Whether the answer is about what was asked; false rejects it as somebody else's (S-151). */
  readonly isAboutQuestion: (answer: Answer) => boolean
}

export interface Caller {
  readonly sharedKey: string
  readonly call: <Answer>(call: Call<Answer>) => Promise<{ kind: 'answered'; answer: Answer } | Trouble>
}

/** HMAC-SHA256 in hex, for the signature of a question and the hash of a number. */
export function hmac(sharedKey: string, text: string): string {
  return createHmac('sha256', sharedKey).update(text).digest('hex')
}

function toHeaders(sharedKey: string, method: 'GET' | 'POST', path: string, body: string): Record<string, string> {
  const timestamp = String(processNow().getTime())
  return {
    accept: 'application/json',
    'accept-encoding': 'identity',
    ...(method === 'POST' ? { 'content-type': 'application/json' } : {}),
    [SIGNATURE_HEADERS.clientKey]: CLIENT_KEY,
    [SIGNATURE_HEADERS.timestamp]: timestamp,
    [SIGNATURE_HEADERS.signature]: hmac(sharedKey, signedText({ timestamp, method, path, body })),
  }
}

function judge<Answer>(result: Exchange, call: Call<Answer>): { kind: 'answered'; answer: Answer } | Trouble {
  if (result.kind === 'limited') return result
  if (result.kind === 'failed') return { kind: 'source-down', because: result.because }
  const parsed = call.answer.safeParse(result.body)
  if (!parsed.success) return { kind: 'source-down', because: 'body' }
  if (!call.isAboutQuestion(parsed.data)) return { kind: 'source-down', because: 'wrong-person' }
  return { kind: 'answered', answer: parsed.data }
}

/** Asks once, and once more after a brief trouble if time and the retry budget allow it. */
function createAsker(options: CallerOptions, observe: (event: AuthorityEvent) => void) {
  const { authority, baseUrl, sharedKey } = options
  const budget = createRetryBudget()
  return async (call: Pick<Call<unknown>, 'method' | 'path' | 'question'>): Promise<Exchange> => {
    const body = call.question === undefined ? undefined : JSON.stringify(call.question)
    const signal = AbortSignal.timeout(options.deadlineMs ?? DEADLINE_MS)
    const attempt = () =>
      exchange({
        // The global is looked up late, so that a test or a tracer may wrap it.
        fetch: options.fetch ?? fetch,
        url: new URL(call.path, baseUrl).href,
        method: call.method,
        headers: toHeaders(sharedKey, call.method, call.path, body ?? ''),
        body,
        signal,
      })
    budget.earn()
    const first = await attempt()
    if (first.kind !== 'failed' || !first.isBrief || !budget.spend()) return first
    await sleep(BACK_OFF_MS.least + Math.random() * (BACK_OFF_MS.most - BACK_OFF_MS.least))
    observe({ kind: 'retried', authority })
    return attempt()
  }
}

/**
 * A guarded line to one authority: signed questions, 3-second deadline, at most twenty at once, a small budget of
 * repetitions and a circuit breaker. Whatever the source does, the result is a value: nothing is thrown and no
 * personal data leaves in an error (INT-1, S-152, R-030…R-032).
 */
export function createCaller(options: CallerOptions): Caller {
  const { authority, sharedKey } = options
  const observe = options.observe ?? (() => undefined)
  const circuit = createCircuit(options.nowMs ?? monotonicMs)
  const ask = createAsker(options, observe)
  let running = 0

  const record = (success: boolean) => {
    const wasOpen = circuit.isOpen()
    circuit.record(success)
    if (wasOpen !== circuit.isOpen()) observe({ kind: wasOpen ? 'circuit-closed' : 'circuit-opened', authority })
  }
  const report = (outcome: { kind: 'answered' } | Trouble) => {
    if (outcome.kind !== 'source-down') return observe({ kind: outcome.kind, authority })
    if (outcome.because === 'wrong-person') observe({ kind: 'wrong-person', authority })
    return observe({ kind: 'failed', authority, because: outcome.because })
  }
  return {
    sharedKey,
    call: async (call) => {
      if (running >= MAX_CONCURRENT) return { kind: 'limited', retryAfterSeconds: 1 }
      if (!circuit.admit()) return { kind: 'source-down', because: 'circuit-open' }
      running += 1
      try {
        const outcome = judge(await ask(call), call)
        // A source that limits its callers is alive: only real failures open the circuit.
        record(outcome.kind !== 'source-down')
        report(outcome)
        return outcome
      } finally {
        running -= 1
      }
    },
  }
}
