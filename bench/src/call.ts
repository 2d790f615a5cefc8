import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import type { AnyEndpoint, InputOf, OutputOf } from '@xingtan/contract/endpoint'
import { type PreparedRequest, Refused, createSender } from './send.ts'

/** One browser on one face: where it goes and which cookies it sends. */
export interface Visitor {
  readonly origin: string
  readonly cookie: string
}

/** The request the sites' own `call()` would send for a command, ready to go out; a fresh key each time. */
export function prepare<E extends AnyEndpoint>(
  visitor: Visitor,
  endpoint: E,
  input: InputOf<E>,
  file?: Buffer,
): PreparedRequest {
  // Inputs are flat objects of words and numbers; the schema's type does not say so.
  const rest = { ...(input as Readonly<Record<string, string | number>>) }
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  const headers = {
    origin: visitor.origin,
    cookie: visitor.cookie,
    'x-requested-with': 'xingtan',
    'sec-fetch-site': 'same-origin',
    'idempotency-key': randomUUID(),
  }
  if (endpoint.method === 'GET') {
    const query = Object.entries(rest).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
    return { path: `${path}?${new URLSearchParams(query).toString()}`, body: '', headers }
  }
  if (file === undefined) {
    return { path, body: JSON.stringify(rest), headers: { ...headers, 'content-type': 'application/json' } }
  }
  const mark = `----${randomUUID()}`
  const parts = Object.entries(rest).map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  )
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="upload"\r\ncontent-type: application/octet-stream\r\n\r\n`
  const body = Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${mark}--\r\n`)])
  return { path, body, headers: { ...headers, 'content-type': `multipart/form-data; boundary=${mark}` } }
}

/** A machine that others use too is busy at times: the same request with the same key again, as the sites send it. */
async function sendPatiently(visitor: Visitor, request: PreparedRequest, method: 'GET' | 'POST'): Promise<string> {
  const send = createSender(visitor.origin)
  for (let left = 5; ; left -= 1) {
    try {
      return await send(request, method)
    } catch (error) {
      if (!(error instanceof Refused) || error.status !== 503 || left === 0) throw error
      await sleep(2000)
    }
  }
}

/** Calls an endpoint over HTTP and parses what it answers; throws with the refusal. */
export async function call<E extends AnyEndpoint>(
  visitor: Visitor,
  endpoint: E,
  input: InputOf<E>,
  file?: Buffer,
): Promise<OutputOf<E>> {
  const text = await sendPatiently(visitor, prepare(visitor, endpoint, input, file), endpoint.method)
  // Parsed by the endpoint's own schema, which is what the type says.
  return endpoint.output.parse(JSON.parse(text)) as OutputOf<E>
}
