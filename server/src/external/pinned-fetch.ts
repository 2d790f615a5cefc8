import type { ClientRequestArgs } from 'node:http'
import { Agent, type RequestOptions, request } from 'node:https'
import { Readable } from 'node:stream'
import { connect } from 'node:tls'

export interface TlsIdentity {
  /** PEM of the authorities' CA: nobody else is believed, whatever the machine itself trusts. */
  readonly ca: string
  /** PEM of our own certificate and its key, shown to whoever asks for it. */
  readonly certificate: string
  readonly key: string
}

const NO_BODY = new Set([204, 205, 304])

/** Hands a connection over only when the other end has proven who it is: nothing of a question is written before. */
class ProvenAgent extends Agent {
  override createConnection(
    options: ClientRequestArgs,
    onMade?: (error: Error | null, socket: ReturnType<typeof connect>) => void,
  ): undefined {
    const { host, port } = options
    const servername = host ?? ''
    const socket = connect({ ...this.options, host: servername, port: Number(port), servername })
    socket.once('secureConnect', () => onMade?.(null, socket))
    socket.once('error', (error) => onMade?.(error, socket))
  }
}

/**
 * `fetch` for authorities: TLS 1.2 or newer, mutual, their CA pinned, their name checked, and no plain fallback. Whoever
 * fails one of these gets no byte of the question (S-153).
 */
export function createPinnedFetch({ ca, certificate, key }: TlsIdentity): typeof fetch {
  const agent = new ProvenAgent({ ca, cert: certificate, key, minVersion: 'TLSv1.2', keepAlive: true, maxSockets: 20 })
  return (input, init = {}) =>
    new Promise((resolve, reject) => {
      const url = new URL(input instanceof Request ? input.url : input)
      if (url.protocol !== 'https:') {
        reject(new Error('authorities are spoken to over TLS alone'))
        return
      }
      const { method = 'GET', signal, body } = init
      const options: RequestOptions = {
        agent,
        method,
        headers: Object.fromEntries(new Headers(init.headers)),
        ...(signal == null ? {} : { signal }),
      }
      const sent = request(url, options, (answer) => {
        const status = answer.statusCode ?? 0
        const headers = new Headers()
        for (const [name, values] of Object.entries(answer.headersDistinct)) {
          for (const value of values ?? []) headers.append(name, value)
        }
        try {
          // A source may send any status line; one that no answer can have is an error like a broken one.
          resolve(new Response(NO_BODY.has(status) ? null : Readable.toWeb(answer), { status, headers }))
        } catch (error) {
          answer.destroy()
          reject(error instanceof Error ? error : new Error('no answer'))
        }
      })
      sent.once('error', reject)
      sent.end(typeof body === 'string' ? body : undefined)
    })
}
