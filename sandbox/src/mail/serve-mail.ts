import type { AddressInfo } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import type { FaultTarget } from '@xingtan/contract/authority/sandbox-control'
import { SMTPServer } from 'smtp-server'
import type { Clock } from '../clock.ts'
import type { Listen } from '../config.ts'
import type { Store } from '../store.ts'
import { countCall, strikes } from '../wire/serve.ts'
import { parseMail } from './parse-mail.ts'

const MAX_BYTES = 5 * 1024 * 1024
const SLOW_MS = 30_000

export interface MailPost {
  readonly listen: Listen
  readonly clock: Clock
  readonly store: Store
  readonly calls: Map<FaultTarget, number>
}

export interface MailDoor {
  readonly port: number
  readonly close: () => Promise<void>
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const blocks: Buffer[] = []
  for await (const block of stream) blocks.push(block)
  return Buffer.concat(blocks)
}

/** What the chosen fault does to one mail before it is taken; an error is said to the sender with its code. */
async function suffer({ store, calls }: MailPost): Promise<Error | undefined> {
  const fault = store.memory.faults.mail
  const isStruck = strikes(fault.percent, countCall(calls, 'mail'))
  if (fault.latencyMs > 0) await wait(fault.latencyMs, undefined, { ref: false })
  if (!isStruck || fault.mode === 'ok') return undefined
  if (fault.mode === 'slow') {
    await wait(SLOW_MS, undefined, { ref: false })
    return undefined
  }
  const responseCode = fault.mode === 'limited' ? 450 : 421
  return Object.assign(new Error('try again later'), { responseCode })
}

async function take(post: MailPost, source: Buffer, to: readonly string[]): Promise<void> {
  const { memory, save } = post.store
  const mail = parseMail(source)
  if (memory.mails.some((known) => known.messageId === mail.messageId)) return
  memory.mails.unshift({ ...mail, to: [...to], receivedAt: post.clock.now().toISOString() })
  save()
}

function createServer(post: MailPost): SMTPServer {
  return new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    closeTimeout: 500,
    onMailFrom: (_address, _session, done) => {
      suffer(post).then((error) => done(error), done)
    },
    onData: (stream, session, done) => {
      const to = session.envelope.rcptTo.map((recipient) => recipient.address)
      readAll(stream)
        .then((source) => {
          if (stream.sizeExceeded) throw new Error('message too large')
          return take(post, source, to)
        })
        .then(() => done(null, 'taken'), done)
    },
  })
}

/** Takes mail over SMTP into the inbox; a message id that is already there is taken and not shown twice. */
export async function serveMail(post: MailPost): Promise<MailDoor> {
  const server = createServer(post)
  server.on('error', () => undefined)
  server.server.on('connection', (socket) => {
    if (post.store.memory.faults.mail.mode === 'reset') socket.resetAndDestroy()
  })
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(post.listen.port, post.listen.host, resolve)
  })
  const address: AddressInfo | string | null = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : post.listen.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
