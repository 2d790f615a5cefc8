import { randomUUID } from 'node:crypto'
import { type IncomingMessage, request as openRequest } from 'node:http'
import { setTimeout as wait } from 'node:timers/promises'
import type { z } from 'zod'
import { type AnyEndpoint, type EndpointShape, isKeyNeeded } from '@xingtan/contract/endpoint'
import { KEY_PROOF_HEADER, beginKeyProofEndpoint, finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import { ProblemDocument } from '@xingtan/contract/problem-document'

/** The server refused; `problem` says why. */
export class Refused extends Error {
  readonly endpointName: string
  readonly status: number
  readonly problem: ProblemDocument | undefined

  constructor(endpointName: string, status: number, body: string) {
    super(`${endpointName} was refused: ${status} ${body.slice(0, 600)}`)
    this.endpointName = endpointName
    this.status = status
    this.problem = ProblemDocument.safeParse(parseJson(body)).data
  }
}

export interface CallOptions {
  /** One key per intent: repeat the same command with the same key. */
  readonly key?: string
  readonly file?: Buffer
}

/** The officer's key at hand: answers a question with a proof. */
export type Signer = (question: KeyQuestion) => Promise<KeyProof>

/** One browser's worth of cookies on one site, without a browser. */
export interface Site {
  /** Calls an endpoint and parses the answer; fails with `Refused`, or with the error of a broken connection. */
  call<Input extends z.ZodType, Output extends z.ZodType>(
    endpoint: EndpointShape<Input, Output>,
    input: z.input<Input>,
    options?: CallOptions,
  ): Promise<z.output<Output>>
  /** From now on acts that need the officer's key are signed with this one (S-036). */
  signWith(signer: Signer): void
  /** What a browser needs to go on as this visitor. */
  cookies(): { name: string; value: string }[]
}

const PATIENCE_MS = 30_000
const BUSY_TRIES = 10

interface Answer {
  readonly status: number
  readonly body: Buffer
}

interface Sent {
  readonly method: string
  readonly path: string
  readonly headers: Record<string, string>
  readonly body?: Buffer
}

/** A visitor of the site at `origin`; Node does not resolve `*.localhost`, so the request goes to the machine itself. */
export function openSite(origin: string): Site {
  const cookies = new Map<string, string>()
  const { host, port } = new URL(origin)
  const send = (sent: Sent): Promise<Answer> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const headers = { host, ...(cookie === '' ? {} : { cookie }), ...sent.headers }
    const { promise, resolve, reject } = Promise.withResolvers<Answer>()
    const target = { host: '127.0.0.1', port, method: sent.method, path: sent.path, headers, agent: false as const }
    const request = openRequest(target, (response) => {
      keepCookies(cookies, response)
      const chunks: Buffer[] = []
      response.on('data', (chunk: Buffer) => chunks.push(chunk))
      response.once('error', reject)
      response.once('end', () => resolve({ status: response.statusCode ?? 0, body: Buffer.concat(chunks) }))
      // A killed server cuts the answer off: without this nobody would ever be told.
      response.once('close', () => reject(new Error('the connection was cut')))
    })
    request.setTimeout(PATIENCE_MS, () => request.destroy(new Error('no answer in time')))
    request.once('error', reject)
    request.end(sent.body)
    return promise
  }
  let signer: Signer | undefined
  const site: Site = {
    signWith: (given) => {
      signer = given
    },
    call: async (endpoint, input, options = {}) => {
      const sent = toRequest(endpoint, input, options)
      const proof =
        signer !== undefined && isKeyNeeded(endpoint, input) ? await prove(site, signer, endpoint, input) : {}
      const own = { origin, 'x-requested-with': 'xingtan', 'sec-fetch-site': 'same-origin', accept: 'application/json' }
      const whole = { ...sent, headers: { ...own, ...proof, ...sent.headers } }
      const { status, body } = await sendPatiently(send, whole)
      if (status !== 200) throw new Refused(endpoint.name, status, body.toString())
      return endpoint.output.parse(parseJson(body.toString()))
    },
    cookies: () => [...cookies].map(([name, value]) => ({ name, value })),
  }
  return site
}

/** A server that is busy says when to come again, and nothing has happened: the same request goes once more. */
async function sendPatiently(send: (sent: Sent) => Promise<Answer>, sent: Sent): Promise<Answer> {
  for (let tries = 1; ; tries += 1) {
    const answer = await send(sent)
    const busy = answer.status === 503 ? ProblemDocument.safeParse(parseJson(answer.body.toString())).data : undefined
    if (busy?.code !== 'request.busy' || tries === BUSY_TRIES) return answer
    await wait((busy.retryAfterSeconds ?? 1) * 1000)
  }
}

/** A fresh signature for one act, as the office's page earns it after the PIN. */
async function prove(
  site: Site,
  signer: Signer,
  endpoint: AnyEndpoint,
  input: unknown,
): Promise<Record<string, string>> {
  const act = { endpoint: endpoint.name, input: Object.fromEntries(Object.entries(Object(input))) }
  const question = await site.call(beginKeyProofEndpoint, act)
  const answer = { ticket: question.ticket, proof: await signer(question) }
  return { [KEY_PROOF_HEADER]: (await site.call(finishKeyProofEndpoint, answer)).proof }
}

function keepCookies(cookies: Map<string, string>, response: IncomingMessage): void {
  for (const line of response.headers['set-cookie'] ?? []) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
    if (value === '' || /max-age=0/i.test(line)) cookies.delete(name)
    else cookies.set(name, value)
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function toRequest(endpoint: AnyEndpoint, input: unknown, options: CallOptions): Sent {
  const rest = new Map(Object.entries(Object(input)))
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = rest.get(name)
    rest.delete(name)
    return encodeURIComponent(toText(value))
  })
  if (endpoint.method === 'GET') {
    const query = new URLSearchParams()
    for (const [name, value] of rest) if (value !== undefined) query.set(name, toText(value))
    return { method: 'GET', path: query.size === 0 ? path : `${path}?${query}`, headers: {} }
  }
  const headers = { 'idempotency-key': options.key ?? randomUUID() }
  if (endpoint.body !== 'file') {
    const body = Buffer.from(JSON.stringify(Object.fromEntries(rest)))
    return { method: 'POST', path, headers: { ...headers, 'content-type': 'application/json' }, body }
  }
  const { body, type } = toMultipart(rest, options.file ?? Buffer.alloc(0))
  return { method: 'POST', path, headers: { ...headers, 'content-type': type }, body }
}

/** Parameters are text, numbers and yes or no. */
function toText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function toMultipart(fields: ReadonlyMap<string, unknown>, file: Buffer): { body: Buffer; type: string } {
  const mark = `----${randomUUID()}`
  const head = [...fields].map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${toText(value)}\r\n`,
  )
  head.push(
    `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="upload"\r\n`,
    'content-type: application/octet-stream\r\n\r\n',
  )
  const body = Buffer.concat([Buffer.from(head.join('')), file, Buffer.from(`\r\n--${mark}--\r\n`)])
  return { body, type: `multipart/form-data; boundary=${mark}` }
}
