import { setTimeout as wait } from 'node:timers/promises'
import type { FaultMode } from '@xingtan/contract/authority/sandbox-control'
import type { FastifyReply, FastifyRequest } from 'fastify'

const SLOW_MS = 30_000
const HUGE_BYTES = 100 * 1024 * 1024
/** 「姓名」 in GBK: not valid UTF-8. */
const GBK_NAME = Buffer.from([0xd0, 0xd5, 0xc3, 0xfb])

type Hostile = Exclude<FaultMode, 'ok' | 'slow' | 'extra-fields' | 'wrong-person'>

const JSON_TYPE = { 'content-type': 'application/json; charset=utf-8' }

/** A hundred megabytes of blanks, then the honest answer: only a limit of size tells it apart. */
async function sendHuge(reply: FastifyReply, body: string): Promise<void> {
  const { raw } = reply
  raw.writeHead(200, JSON_TYPE)
  const block = Buffer.alloc(64 * 1024, ' ')
  for (let sent = 0; sent < HUGE_BYTES && !raw.destroyed; sent += block.length) {
    if (!raw.write(block)) await Promise.race([new Promise((resolve) => raw.once('drain', resolve)), wait(1000)])
  }
  raw.end(body)
}

async function sendDrip(reply: FastifyReply, body: string): Promise<void> {
  const { raw } = reply
  raw.writeHead(200, JSON_TYPE)
  for (const byte of Buffer.from(body)) {
    if (raw.destroyed) return
    raw.write(Buffer.of(byte))
    await wait(1000, undefined, { ref: false })
  }
  raw.end()
}

/** Sends what a broken or hostile source would send in place of `body` (S-152, R-030, R-031). */
export async function misbehave(
  mode: Hostile,
  request: FastifyRequest,
  reply: FastifyReply,
  body: string,
): Promise<FastifyReply> {
  switch (mode) {
    case 'unavailable':
      return reply.code(503).type('text/html').send('<h1>Service Unavailable</h1>')
    case 'limited':
      return reply.code(429).header('retry-after', '30').send({ error: 'limited' })
    case 'redirect':
      return reply.code(302).header('location', '/people.json').send()
    case 'garbage':
      return reply.code(200).type('text/html; charset=utf-8').send('<html><script>alert(1)</script>系统繁忙</html>')
    case 'truncated':
      return reply
        .code(200)
        .headers(JSON_TYPE)
        .send(body.slice(0, Math.floor(body.length / 2)))
    case 'wrong-charset':
      return reply
        .code(200)
        .headers(JSON_TYPE)
        .send(Buffer.concat([Buffer.from('{"name":"'), GBK_NAME, Buffer.from(`",${body.slice(1)}`)]))
    case 'reset':
    case 'huge':
    case 'drip':
      break
  }
  reply.hijack()
  if (mode === 'reset') request.raw.socket.resetAndDestroy()
  if (mode === 'huge') await sendHuge(reply, body)
  if (mode === 'drip') await sendDrip(reply, body)
  return reply
}

/** Waits as long as a hanging source does, or until the asker hangs up. */
export async function hang(request: FastifyRequest): Promise<void> {
  const closed = new Promise((resolve) => request.raw.socket.once('close', resolve))
  await Promise.race([closed, wait(SLOW_MS, undefined, { ref: false })])
}
