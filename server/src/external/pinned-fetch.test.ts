import { type IncomingMessage, type ServerResponse, createServer as createPlainServer } from 'node:http'
import { type Server, createServer } from 'node:https'
import type { AddressInfo } from 'node:net'
import { afterEach, describe, expect, test } from 'vitest'
import { type TlsParty, createTestAuthority } from '../../test/tls-certificate.ts'
import { createAuthorities } from './authorities.ts'
import { createPinnedFetch } from './pinned-fetch.ts'

const ours = createTestAuthority('authorities of the test')
const strangers = createTestAuthority('somebody else')
const client = ours.issue('xingtan.test')

const servers: { close(): unknown; closeAllConnections(): void }[] = []
afterEach(() => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections()
    server.close()
  }
})

/** A partner that writes down every byte of a question that reaches it, headers and body. */
async function startPartner(party: TlsParty | 'plain', clientCa = ours.certificate) {
  const heard: string[] = []
  const hear = (request: IncomingMessage, response: ServerResponse) => {
    heard.push(`${request.method} ${request.url}`)
    request.setEncoding('utf8')
    request.on('data', (text: string) => heard.push(text))
    response.writeHead(200, { 'content-type': 'application/json' })
    response.end('{"said":"hello"}')
  }
  const server: Server | ReturnType<typeof createPlainServer> =
    party === 'plain'
      ? createPlainServer(hear)
      : createServer(
          { key: party.key, cert: party.certificate, ca: clientCa, requestCert: true, rejectUnauthorized: true },
          hear,
        )
  servers.push(server)
  await new Promise<void>((resolve) => server.listen(0, 'localhost', resolve))
  // A server that listens on a port has an address of this kind.
  const { port } = server.address() as AddressInfo
  return { heard, port, url: `${party === 'plain' ? 'http' : 'https'}://localhost:${port}` }
}

const pinned = createPinnedFetch({ ca: ours.certificate, ...client })
const ask = (url: string, send = pinned) =>
  send(`${url}/crime/v1/batches`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: '{"name":"某人"}',
  })

describe('S-153: a partner proves who it is before it hears a word', () => {
  test('the right CA, the right name, in time: the question arrives whole and the answer comes back', async () => {
    const { heard, url } = await startPartner(ours.issue('localhost'))
    const answer = await ask(url)
    expect(await answer.json()).toEqual({ said: 'hello' })
    expect(heard).toEqual(['POST /crime/v1/batches', '{"name":"某人"}'])
    await (await ask(url)).text()
    expect(heard).toHaveLength(4)
  })

  test.each([
    ['a certificate of another CA', () => strangers.issue('localhost'), /self-signed|unable to (get|verify)/i],
    ['a certificate that is over', () => ours.issue('localhost', -1), /expired/i],
    ['a certificate of another name', () => ours.issue('other.test'), /altnames/i],
  ])('%s: no byte of the question is sent', async (_words, party, message) => {
    const { heard, url } = await startPartner(party())
    await expect(ask(url)).rejects.toThrow(message)
    await new Promise((resolve) => {
      setTimeout(resolve, 100)
    })
    expect(heard).toEqual([])
  })

  test('plain http: nothing is sent, also where TLS was expected', async () => {
    const { heard, url, port } = await startPartner('plain')
    await expect(ask(url)).rejects.toThrow(/TLS alone/)
    await expect(ask(`https://localhost:${port}`)).rejects.toThrow()
    expect(heard).toEqual([])
  })

  test('we prove who we are as well: a partner that knows another CA turns us away', async () => {
    const { heard, url } = await startPartner(ours.issue('localhost'), strangers.certificate)
    await expect(ask(url)).rejects.toThrow()
    expect(heard).toEqual([])
  })

  test('behind the guarded line it is a source that is down, and the circuit counts it', async () => {
    const { heard, url } = await startPartner(strangers.issue('localhost'))
    const authorities = createAuthorities({
      baseUrls: url,
      sharedKey: 'k',
      smtpUrl: 'smtp://127.0.0.1:9',
      mailFrom: 'a@example.com',
      fetch: pinned,
    })
    const rows = [{ rowId: 'row-00001', name: '某人', documentNumber: '330802199003079969' }]
    const asked = authorities.crime.submit({ requestId: 'batch-0001', agencyName: '柯城区教育局', rows })
    expect(await asked).toEqual({ kind: 'source-down', because: 'unreachable' })
    expect(heard).toEqual([])
  })

  test('a partner that never answers is given up at the deadline', async () => {
    const { url } = await startPartner(ours.issue('localhost'))
    const gone = AbortSignal.abort(new Error('deadline'))
    await expect(pinned(url, { signal: gone })).rejects.toThrow()
  })
})
