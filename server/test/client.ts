import { randomUUID } from 'node:crypto'
import { request as openRequest } from 'node:http'
import type { FastifyInstance } from 'fastify'
import { type AnyEndpoint, type InputOf, type OutputOf, isKeyNeeded } from '@xingtan/contract/endpoint'
import { KEY_PROOF_HEADER, beginKeyProofEndpoint, finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import type { KeyProof, KeyQuestion } from '@xingtan/contract/office/session'
import { ProblemDocument } from '@xingtan/contract/problem-document'

export interface TestReply<Output> {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
  /** The parsed output; throws with the refusal when there is none. */
  output(): Output
  /** The parsed refusal; throws when the call succeeded. */
  refusal(): ProblemDocument
}

export interface TestCall {
  /** Idempotency key; a fresh one unless told. */
  readonly key?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly file?: Buffer
  /** False where a test gives the proof of the key itself, or leaves it away (S-036). */
  readonly signs?: boolean
}

/** The officer's key at hand: answers a question with a proof. */
export type Signer = (question: KeyQuestion) => Promise<KeyProof>

/** One browser on one face: keeps cookies, sends what the sites' own `call()` sends. */
export interface TestClient {
  call<E extends AnyEndpoint>(endpoint: E, input: InputOf<E>, more?: TestCall): Promise<TestReply<OutputOf<E>>>
  /** A raw request, for what no site would ever send. */
  raw(request: {
    readonly method: string
    readonly url: string
    readonly headers?: Readonly<Record<string, string>>
    readonly body?: string | Buffer
  }): Promise<TestReply<unknown>>
  readonly cookies: Map<string, string>
  /** From now on acts that need the key are signed with this one. */
  signWith(signer: Signer): void
}

interface Request {
  readonly method: string
  readonly url: string
  readonly headers: Record<string, string>
  readonly body?: string | Buffer
}

function toRequest(endpoint: AnyEndpoint, input: Readonly<Record<string, unknown>>, more: TestCall): Request {
  const rest = { ...input }
  const path = endpoint.path.replaceAll(/:(\w+)/g, (_whole, name: string) => {
    const value = rest[name]
    delete rest[name]
    return encodeURIComponent(String(value))
  })
  if (endpoint.method === 'GET') {
    const query = new URLSearchParams(
      // Query inputs hold words, numbers and booleans alone.
      Object.entries(rest).flatMap(([name, value]) =>
        value === undefined ? [] : [[name, `${value as string | number | boolean}`]],
      ),
    ).toString()
    return { method: 'GET', url: query === '' ? path : `${path}?${query}`, headers: {} }
  }
  const headers = { 'idempotency-key': more.key ?? randomUUID() }
  if (endpoint.body === 'file') {
    const { body, type } = toMultipart(rest, more.file ?? Buffer.alloc(0))
    return { method: 'POST', url: path, headers: { ...headers, 'content-type': type }, body }
  }
  return {
    method: 'POST',
    url: path,
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify(rest),
  }
}

function toMultipart(fields: Readonly<Record<string, unknown>>, file: Buffer): { body: Buffer; type: string } {
  const mark = `----${randomUUID()}`
  const parts = Object.entries(fields).map(
    ([name, value]) => `--${mark}\r\ncontent-disposition: form-data; name="${name}"\r\n\r\n${String(value)}\r\n`,
  )
  const head = `--${mark}\r\ncontent-disposition: form-data; name="file"; filename="upload"\r\ncontent-type: application/octet-stream\r\n\r\n`
  return {
    body: Buffer.concat([Buffer.from(parts.join('') + head), file, Buffer.from(`\r\n--${mark}--\r\n`)]),
    type: `multipart/form-data; boundary=${mark}`,
  }
}

/** Carries a request to a face and brings the answer back. */
export type Carrier = (request: Request) => Promise<CarriedReply>

/** Straight into an instance, without a socket; from this machine unless told. */
export function carryInto(app: FastifyInstance, remoteAddress = '127.0.0.1'): Carrier {
  return async ({ method, url, headers, body }) => {
    const reply = await app.inject({
      // inject() types methods narrowly; tests send odd ones on purpose.
      method: method as 'GET',
      ...(body === undefined ? {} : { payload: body }),
      url,
      headers,
      remoteAddress,
    })
    return { status: reply.statusCode, headers: reply.headers, text: reply.body }
  }
}

/** Over a real connection to a process on this machine; `*.localhost` needs no name server. */
export function carryOver(port: number): Carrier {
  return ({ method, url, headers, body }) =>
    new Promise((resolve, reject) => {
      const outgoing = openRequest(
        { host: '127.0.0.1', port, method, path: url, headers, timeout: 20_000 },
        (incoming) => {
          const blocks: Buffer[] = []
          incoming.on('data', (block: Buffer) => blocks.push(block))
          incoming.once('error', reject)
          incoming.once('end', () =>
            resolve({
              status: incoming.statusCode ?? 0,
              headers: incoming.headers,
              text: Buffer.concat(blocks).toString(),
            }),
          )
        },
      )
      outgoing.once('error', reject)
      outgoing.once('timeout', () => outgoing.destroy(new Error('no answer within 20 s')))
      outgoing.end(body)
    })
}

/** Keeps a cookie, or drops it when it is emptied. */
function keepCookie(cookies: Map<string, string>, line: string): void {
  const [pair = '', ...attributes] = line.split(';')
  const [name = '', value = ''] = pair.split(/=(.*)/s).map((part) => part.trim())
  const isOver = attributes.some((attribute) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(attribute))
  if (value === '' || isOver) cookies.delete(name)
  else cookies.set(name, decodeURIComponent(value))
}

/** A new browser without cookies. */
export function createTestClient(carry: Carrier, origin: string): TestClient {
  const cookies = new Map<string, string>()
  const send = async (request: Request): Promise<CarriedReply> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')
    const reply = await carry({
      ...request,
      headers: { host: new URL(origin).host, ...(cookie === '' ? {} : { cookie }), ...request.headers },
    })
    for (const line of [reply.headers['set-cookie'] ?? []].flat()) keepCookie(cookies, String(line))
    return reply
  }
  let signer: Signer | undefined
  const client: TestClient = {
    cookies,
    signWith: (given) => {
      signer = given
    },
    call: async (endpoint, input, more = {}) => {
      const proof =
        signer !== undefined && more.signs !== false && isKeyNeeded(endpoint, input)
          ? { [KEY_PROOF_HEADER]: await proveAct(client, signer, { endpoint: endpoint.name, input }) }
          : {}
      // Inputs are always flat objects; the schema's input type does not say so.
      const request = toRequest(endpoint, input as Readonly<Record<string, unknown>>, more)
      const own: Record<string, string> =
        request.method === 'GET' ? {} : { origin, 'x-requested-with': 'xingtan', 'sec-fetch-site': 'same-origin' }
      const reply = await send({ ...request, headers: { ...own, ...request.headers, ...proof, ...more.headers } })
      // Parsed by the endpoint's own schema, which is what the type says.
      return toReply(reply, () => endpoint.output.parse(JSON.parse(reply.text)) as OutputOf<typeof endpoint>)
    },
    raw: async ({ method, url, headers = {}, body }) => {
      const reply = await send({ method, url, headers: { ...headers }, ...(body === undefined ? {} : { body }) })
      return toReply(reply, () => reply.text)
    },
  }
  return client
}

/** A fresh signature for one act, as the office's page earns it after the PIN (S-036). */
export async function proveAct(
  client: TestClient,
  signer: Signer,
  act: { readonly endpoint: string; readonly input: unknown },
): Promise<string> {
  // As above: inputs are flat objects.
  const input = act.input as Record<string, unknown>
  const question = (await client.call(beginKeyProofEndpoint, { endpoint: act.endpoint, input })).output()
  const proof = await signer(question)
  return (await client.call(finishKeyProofEndpoint, { ticket: question.ticket, proof })).output().proof
}

interface CarriedReply {
  readonly status: number
  readonly headers: Readonly<Record<string, string | string[] | number | undefined>>
  readonly text: string
}

function toReply<Output>(reply: CarriedReply, parse: () => Output): TestReply<Output> {
  return {
    ...reply,
    output: () => {
      if (reply.status !== 200) throw new Error(`refused: ${reply.status} ${reply.text}`)
      return parse()
    },
    refusal: () => {
      if (reply.status === 200) throw new Error('expected a refusal')
      return ProblemDocument.parse(JSON.parse(reply.text))
    },
  }
}
