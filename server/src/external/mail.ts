import { createTransport } from 'nodemailer'
import { monotonicMs } from '../platform/clock.ts'
import type { AuthorityEvent } from './authority-event.ts'
import { createCircuit } from './circuit.ts'
import type { Delivery } from './sms.ts'

const DEADLINE_MS = 3000

export interface MailMessage {
  /** From the outbox row; makes the message id, so that a repeated send can be recognised. */
  readonly requestId: string
  readonly to: string
  readonly subject: string
  /** Plain text. */
  readonly text: string
}

/** SMTP. */
export interface Mail {
  readonly send: (message: MailMessage) => Promise<Delivery>
}

export interface MailOptions {
  /** For example `smtp://127.0.0.1:9325` or `smtps://user:secret@mail.example.cn`. */
  readonly smtpUrl: string
  /** Sender address. */
  readonly from: string
  readonly deadlineMs?: number | undefined
  readonly observe?: ((event: AuthorityEvent) => void) | undefined
}

/** Sends mail or says that the server is down; addresses never reach an error or a log. */
export function createMail({ smtpUrl, from, deadlineMs = DEADLINE_MS, observe = () => undefined }: MailOptions): Mail {
  const circuit = createCircuit(monotonicMs)
  const transport = createTransport({
    url: smtpUrl,
    connectionTimeout: deadlineMs,
    greetingTimeout: deadlineMs,
    socketTimeout: deadlineMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  const domain = from.slice(from.lastIndexOf('@') + 1)
  return {
    send: async ({ requestId, to, subject, text }) => {
      if (!circuit.admit()) return { kind: 'source-down', because: 'circuit-open' }
      const messageId = `<${requestId}@${domain}>`
      try {
        await transport.sendMail({ messageId, from, to: { name: '', address: to }, subject, text })
        circuit.record(true)
        observe({ kind: 'answered', authority: 'mail' })
        return { kind: 'accepted', receipt: messageId }
      } catch {
        // The library's error quotes the recipient: it is dropped, only the fact stays.
        circuit.record(false)
        observe({ kind: 'failed', authority: 'mail', because: 'unreachable' })
        return { kind: 'source-down', because: 'unreachable' }
      }
    },
  }
}
