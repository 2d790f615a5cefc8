import { Agent, request } from 'node:http'

export interface PreparedRequest {
  readonly path: string
  readonly body: string | Buffer
  readonly headers: Readonly<Record<string, string>>
}

/** An answer that was not 200. */
export class Refused extends Error {
  readonly status: number
  constructor(status: number, message: string) {
    super(message)
    this.status = status
  }
}

/** Sends one request; answers its text, or throws with what came instead of 200. */
export type Sender = (prepared: PreparedRequest, method?: 'GET' | 'POST') => Promise<string>

/**
 * Sends to one address over connections that stay open. Names under `localhost` are known to browsers alone: the
 * connection goes to this machine and the name into the Host header.
 */
export function createSender(origin: string): Sender {
  const { port, host } = new URL(origin)
  const agent = new Agent({ keepAlive: true, maxSockets: 256 })
  return ({ path, body, headers }, method = 'POST') => {
    const { promise, resolve, reject } = Promise.withResolvers<string>()
    const outgoing = request(
      {
        host: '127.0.0.1',
        port,
        path,
        agent,
        method,
        headers: { ...headers, host, 'content-length': Buffer.byteLength(body) },
      },
      (answer) => {
        const chunks: Buffer[] = []
        answer.on('data', (chunk: Buffer) => chunks.push(chunk))
        answer.on('end', () => {
          const text = Buffer.concat(chunks).toString()
          if (answer.statusCode === 200) resolve(text)
          else reject(new Refused(answer.statusCode ?? 0, `${path}: ${answer.statusCode ?? 0} ${text}`))
        })
      },
    )
    outgoing.once('error', reject)
    outgoing.end(body)
    return promise
  }
}
