import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { endpoint } from '@xingtan/contract/endpoint'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { makeCall } from './call.ts'
import { endpointUrl } from './endpoint-url.ts'
import type { ProblemError } from './problem-error.ts'

interface Received {
  readonly method: string | undefined
  readonly url: string | undefined
  readonly headers: IncomingMessage['headers']
  readonly body: string
}

type Answer = (response: ServerResponse) => void

let received: Received[] = []
let answer: Answer
let origin = ''

const server = createServer((request, response) => {
  const chunks: Buffer[] = []
  request.on('data', (chunk: Buffer) => chunks.push(chunk))
  request.on('end', () => {
    const { method, url, headers } = request
    received.push({ method, url, headers, body: Buffer.concat(chunks).toString('utf8') })
    answer(response)
  })
})

function replyWith(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return (response) => {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers })
    response.end(JSON.stringify(body))
  }
}

const problem = {
  type: 'https://example.cn/problems/application.round-closed',
  title: '现在不能报名',
  status: 409,
  code: 'application.round-closed',
  detail: '网报时间已经结束。',
  correlationId: 'c-1',
  reasons: [{ code: 'resume.place-missing', sentence: '请填写学习或工作单位。', field: 'resume.0.place' }],
}

const listEndpoint = endpoint({
  name: 'trial.list',
  face: 'public',
  method: 'GET',
  path: '/api/places/:placeId/rows',
  permission: 'public',
  input: z.strictObject({
    placeId: z.string(),
    open: z.boolean(),
    limit: z.number(),
    kinds: z.array(z.string()),
    after: z.string().optional(),
  }),
  output: z.strictObject({ rows: z.array(z.string()) }),
})

const saveEndpoint = endpoint({
  name: 'trial.save',
  face: 'public',
  method: 'POST',
  path: '/api/rows/:rowId/save',
  permission: 'session',
  input: z.strictObject({ rowId: z.string(), title: z.string() }),
  output: z.strictObject({ done: z.literal(true) }),
})

const uploadEndpoint = endpoint({ ...saveEndpoint, name: 'trial.upload', body: 'file' })

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  if (typeof address === 'object' && address !== null) origin = `http://127.0.0.1:${address.port}`
})

afterAll(() => {
  server.closeAllConnections()
  server.close()
})

beforeEach(() => {
  received = []
  answer = replyWith(200, { done: true })
})

function firstReceived(): Received {
  const [first] = received
  if (first === undefined) throw new Error('the server was not asked')
  return first
}

async function problemOf(promise: Promise<unknown>): Promise<ProblemError> {
  return promise.then(
    () => Promise.reject(new Error('the call succeeded')),
    (error: ProblemError) => error,
  )
}

describe('what is sent', () => {
  test('fills the path and puts the rest of a GET into the query', async () => {
    answer = replyWith(200, { rows: ['a'] })
    const input = { placeId: '柯城/区', open: true, limit: 20, kinds: ['a', 'b'] }
    expect(await makeCall(origin)(listEndpoint, input)).toEqual({ rows: ['a'] })
    const sent = firstReceived()
    expect(sent.url).toBe('/api/places/%E6%9F%AF%E5%9F%8E%2F%E5%8C%BA/rows?open=true&limit=20&kinds=a&kinds=b')
    expect(sent.headers['x-requested-with']).toBe('xingtan')
    expect(sent.headers['idempotency-key']).toBeUndefined()
    expect(endpointUrl(listEndpoint, input)).toBe(sent.url)
  })

  test('sends a command as JSON with the key of the caller and a mark foreign pages cannot set', async () => {
    await makeCall(origin)(saveEndpoint, { rowId: 'r1', title: '标题' }, { idempotencyKey: 'key-1' })
    const sent = firstReceived()
    expect([sent.method, sent.url]).toEqual(['POST', '/api/rows/r1/save'])
    expect(JSON.parse(sent.body)).toEqual({ title: '标题' })
    expect(sent.headers['content-type']).toBe('application/json')
    expect(sent.headers['idempotency-key']).toBe('key-1')
    expect(sent.headers['x-requested-with']).toBe('xingtan')
  })

  test('makes a key of its own for a command without one', async () => {
    const call = makeCall(origin)
    await call(saveEndpoint, { rowId: 'r1', title: 'a' })
    await call(saveEndpoint, { rowId: 'r1', title: 'a' })
    const keys = received.map((sent) => sent.headers['idempotency-key'])
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/)
    expect(keys[0]).not.toBe(keys[1])
  })

  test('sends a file as multipart with the fields before it', async () => {
    const file = new Blob(['binary'], { type: 'image/jpeg' })
    await makeCall(origin)(uploadEndpoint, { rowId: 'r1', title: '照片' }, { file, fileName: 'photo.jpg' })
    const sent = firstReceived()
    expect(sent.headers['content-type']).toMatch(/^multipart\/form-data; boundary=/)
    expect(sent.body).toContain('filename="photo.jpg"')
    expect(sent.body.indexOf('name="title"')).toBeGreaterThan(0)
    expect(sent.body.indexOf('name="title"')).toBeLessThan(sent.body.indexOf('name="file"'))
  })

  test('refuses to build an address with a hole in it', async () => {
    const call = makeCall(origin)
    // @ts-expect-error The type forbids this input; the check is for callers that got around it.
    await expect(call(saveEndpoint, { title: 'a' })).rejects.toThrow('rowId')
    expect(received).toEqual([])
  })
})

describe('what comes back', () => {
  test('throws the refusal of the server with the sentence of each field', async () => {
    answer = replyWith(409, problem)
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }))
    expect([error.code, error.status, error.message]).toEqual(['application.round-closed', 409, '网报时间已经结束。'])
    expect(error.correlationId).toBe('c-1')
    expect(error.sentenceFor('resume.0.place')).toBe('请填写学习或工作单位。')
    expect(error.sentenceFor('resume.1.place')).toBeUndefined()
  })

  test('tells how long to wait when the server is busy', async () => {
    answer = replyWith(503, { ...problem, status: 503, code: 'platform.busy' }, { 'Retry-After': '7' })
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }))
    expect([error.code, error.retryAfterSeconds]).toEqual(['platform.busy', 7])
  })

  test('turns an error page of something between into a sentence', async () => {
    answer = (response) =>
      response.writeHead(502, { 'Content-Type': 'text/html', 'Retry-After': '5' }).end('<h1>Bad</h1>')
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }))
    expect([error.code, error.status, error.retryAfterSeconds]).toEqual(['client.unavailable', 502, 5])
    expect(error.message).toMatch(/。$/)
  })

  test('refuses an answer that does not fit the contract', async () => {
    answer = replyWith(200, { done: 'yes' })
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }))
    expect(error.code).toBe('client.unexpected-answer')
  })

  test('says that the connection is gone when nobody answers', async () => {
    answer = (response) => response.destroy()
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }))
    expect([error.code, error.status]).toEqual(['client.offline', 0])
  })

  test('stops waiting and says that repeating is safe', async () => {
    answer = () => undefined
    const error = await problemOf(makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }, { timeoutMs: 50 }))
    expect(error.code).toBe('client.timeout')
  })

  test('leaves a call that the page itself cancelled alone', async () => {
    answer = () => undefined
    const leaving = new AbortController()
    const calling = makeCall(origin)(saveEndpoint, { rowId: 'r1', title: 'a' }, { signal: leaving.signal })
    setTimeout(() => leaving.abort(), 20)
    await expect(calling).rejects.toMatchObject({ name: 'AbortError' })
  })
})
