import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import type { Clock } from '../clock.ts'
import type { Store } from '../store.ts'
import { parseMail } from './parse-mail.ts'

const MAX_BYTES = 5 * 1024 * 1024

export interface MailDoor {
  readonly port: number
  readonly close: () => Promise<void>
}

async function readAll(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const blocks: Buffer[] = []
  for await (const block of stream) blocks.push(block)
  return Buffer.concat(blocks)
}

/** Takes mail over SMTP into the inbox; a message id that is already there is taken and not shown twice. */
export async function serveMail(listen: { host: string; port: number }, clock: Clock, store: Store): Promise<MailDoor> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS', 'AUTH'],
    disableReverseLookup: true,
    logger: false,
    size: MAX_BYTES,
    onData: (stream, session, done) => {
      readAll(stream).then(
        (source) => {
          if (stream.sizeExceeded) return done(new Error('message too large'))
          const mail = parseMail(source)
          const to = session.envelope.rcptTo.map((recipient) => recipient.address)
          if (!store.memory.mails.some((known) => known.messageId === mail.messageId)) {
            store.memory.mails.unshift({ ...mail, to, receivedAt: clock.now().toISOString() })
            store.save()
          }
          return done(null, 'taken')
        },
        (error: unknown) => done(error instanceof Error ? error : new Error('unreadable')),
      )
    },
  })
  server.on('error', () => undefined)
  await new Promise<void>((resolve, reject) => {
    server.server.once('error', reject)
    server.listen(listen.port, listen.host, resolve)
  })
  const address: AddressInfo | string | null = server.server.address()
  return {
    port: typeof address === 'object' && address ? address.port : listen.port,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}
