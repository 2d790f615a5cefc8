import {
  KEYS_PATH,
  KeyList,
  SIGN_PATH,
  SignAnswer,
  type SignQuestion,
  SignRefusal,
} from '@xingtan/contract/authority/key-middleware'

/** Why the key did not sign; every case has its own sentence in `key-sentence.ts`. */
export type KeyFailure =
  | { readonly kind: 'not-running' }
  | { readonly kind: 'key-missing'; readonly keySerial: string }
  | { readonly kind: 'wrong-pin'; readonly triesLeft: number | undefined }
  | { readonly kind: 'locked' }
  | { readonly kind: 'foreign-origin' }
  | { readonly kind: 'unexpected' }
  | { readonly kind: 'passkey-missing' }
  | { readonly kind: 'passkey-stopped' }

export type KeyResult<Value> =
  | { readonly ok: true; readonly value: Value }
  | { readonly ok: false; readonly failure: KeyFailure }

const WAIT_MS = 8000

async function ask(url: string, init: RequestInit): Promise<Response | undefined> {
  try {
    return await fetch(url, { ...init, credentials: 'omit', signal: AbortSignal.timeout(WAIT_MS) })
  } catch {
    // The browser does not say why a loopback program is not to be reached; for the officer it is one thing.
    return undefined
  }
}

function failed(failure: KeyFailure): { ok: false; failure: KeyFailure } {
  return { ok: false, failure }
}

async function bodyOf(response: Response): Promise<unknown> {
  return response.json().catch(() => undefined)
}

/** Looks for the key on file in the middleware of this computer, at its loopback address. */
export async function findKey(middlewareUrl: string, keySerial: string): Promise<KeyResult<KeyList['keys'][number]>> {
  const response = await ask(new URL(KEYS_PATH, middlewareUrl).href, { method: 'GET' })
  if (response === undefined) return failed({ kind: 'not-running' })
  if (response.status === 403) return failed({ kind: 'foreign-origin' })
  const list = KeyList.safeParse(await bodyOf(response))
  if (!response.ok || !list.success) return failed({ kind: 'unexpected' })
  const key = list.data.keys.find((candidate) => candidate.serial === keySerial)
  if (key === undefined) return failed({ kind: 'key-missing', keySerial })
  return key.locked ? failed({ kind: 'locked' }) : { ok: true, value: key }
}

/** Has the key sign the challenge of the server; the PIN goes to the loopback program and nowhere else. */
export async function signWithKey(middlewareUrl: string, question: SignQuestion): Promise<KeyResult<SignAnswer>> {
  const response = await ask(new URL(SIGN_PATH, middlewareUrl).href, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(question),
  })
  if (response === undefined) return failed({ kind: 'not-running' })
  const body = await bodyOf(response)
  if (response.ok) {
    const answer = SignAnswer.safeParse(body)
    return answer.success ? { ok: true, value: answer.data } : failed({ kind: 'unexpected' })
  }
  return failed(failureOf(body, question.serial))
}

function failureOf(body: unknown, keySerial: string): KeyFailure {
  const refusal = SignRefusal.safeParse(body)
  if (!refusal.success) return { kind: 'unexpected' }
  const { error, triesLeft } = refusal.data
  if (error === 'wrong-pin') return { kind: 'wrong-pin', triesLeft }
  if (error === 'no-such-key') return { kind: 'key-missing', keySerial }
  return { kind: error === 'bad-request' ? 'unexpected' : error }
}
