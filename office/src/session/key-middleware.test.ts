import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findKey, signWithKey, type KeyFailure } from './key-middleware.ts'
import { keySentence } from './key-sentence.ts'

const SERIAL = '1A2B3C'
const question = { serial: SERIAL, pin: '123456', challenge: 'e30' }

let answer: (response: ServerResponse) => void
let url = ''
const server = createServer((request, response) => {
  request.resume()
  request.on('end', () => answer(response))
})

function reply(status: number, body: unknown): void {
  answer = (response) =>
    void response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(body))
}

function keys(change: { serial?: string; locked?: boolean }): unknown {
  return { keys: [{ serial: SERIAL, holder: '示例', agencyName: '示例机构', locked: false, ...change }] }
}

beforeAll(async () => {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  // listen() on a port gives an address object, never the name of a pipe.
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})

afterAll(() => server.close())

async function failureOf(asked: ReturnType<typeof findKey> | ReturnType<typeof signWithKey>) {
  const result = await asked
  return result.ok ? undefined : result.failure
}

test('finds the key on file (ACC-9)', async () => {
  reply(200, keys({}))
  expect(await findKey(url, SERIAL)).toMatchObject({ ok: true, value: { holder: '示例' } })
})

test.each([
  ['another key is plugged in', 200, keys({ serial: 'FF' }), { kind: 'key-missing', keySerial: SERIAL }],
  ['the key is locked', 200, keys({ locked: true }), { kind: 'locked' }],
  ['the page is not one it serves', 403, { error: 'foreign-origin' }, { kind: 'foreign-origin' }],
  ['the answer is no list of keys', 200, { other: true }, { kind: 'unexpected' }],
])('tells that %s', async (_sentence, status, body, failure) => {
  reply(status, body)
  expect(await failureOf(findKey(url, SERIAL))).toEqual(failure)
})

test('hands out signature and certificate', async () => {
  reply(200, { signature: 'AAAA', certificate: 'BBBB' })
  expect(await signWithKey(url, question)).toEqual({ ok: true, value: { signature: 'AAAA', certificate: 'BBBB' } })
})

test.each([
  ['the PIN was wrong', 403, { error: 'wrong-pin', triesLeft: 2 }, { kind: 'wrong-pin', triesLeft: 2 }],
  ['the key locked itself', 423, { error: 'locked' }, { kind: 'locked' }],
  ['the key was pulled out', 404, { error: 'no-such-key' }, { kind: 'key-missing', keySerial: SERIAL }],
  ['the question was not understood', 400, { error: 'bad-request' }, { kind: 'unexpected' }],
  ['the answer is none it knows', 500, 'broken', { kind: 'unexpected' }],
])('tells that %s', async (_sentence, status, body, failure) => {
  reply(status, body)
  expect(await failureOf(signWithKey(url, question))).toEqual(failure)
})

test('tells that no middleware runs on this computer', async () => {
  // Port 9 of the loopback address is refused by every platform `fetch`.
  expect(await failureOf(findKey('http://127.0.0.1:9', SERIAL))).toEqual({ kind: 'not-running' })
})

test.each<KeyFailure>([
  { kind: 'not-running' },
  { kind: 'key-missing', keySerial: SERIAL },
  { kind: 'wrong-pin', triesLeft: 2 },
  { kind: 'wrong-pin', triesLeft: undefined },
  { kind: 'locked' },
  { kind: 'foreign-origin' },
  { kind: 'unexpected' },
  { kind: 'passkey-missing' },
  { kind: 'passkey-stopped' },
])('says in a full sentence what to do about $kind', (failure) => {
  expect(keySentence(failure)).toMatch(/(?:请|联系).*。$/)
})
