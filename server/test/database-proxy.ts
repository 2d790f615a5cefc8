import { type Socket, connect, createServer } from 'node:net'

/** What happens to the next COMMIT: it arrives and its answer is lost, or it never arrives. */
export type CommitFault = 'answer-lost' | 'never-sent'

/** A wire between a pool and PostgreSQL that can be cut at the moment that matters. */
export interface DatabaseProxy {
  /** The same database through the proxy. */
  readonly url: string
  /** Cuts the connection at its next COMMIT; resolves when it has been cut. */
  cutNextCommit(fault: CommitFault): Promise<void>
  close(): Promise<void>
}

/** `commit` as a simple query of the PostgreSQL protocol. */
const COMMIT = Buffer.from('commit\0')

interface Trap {
  readonly fault: CommitFault
  readonly sprung: () => void
}

/** Starts it on a free port in front of the server that `databaseUrl` names, by address or by socket folder. */
export async function startDatabaseProxy(databaseUrl: string): Promise<DatabaseProxy> {
  const target = new URL(databaseUrl)
  const folder = target.searchParams.get('host')
  const port = Number(target.searchParams.get('port') ?? (target.port === '' ? '5432' : target.port))
  const reach = () => (folder === null ? connect(port, target.hostname) : connect(`${folder}/.s.PGSQL.${port}`))
  let trap: Trap | undefined
  const sockets = new Set<Socket>()

  const server = createServer((client) => {
    const database = reach()
    for (const socket of [client, database]) {
      sockets.add(socket)
      socket.on('error', () => socket.destroy())
      socket.once('close', () => sockets.delete(socket))
    }
    let isCut = false
    client.on('data', (block: Buffer) => {
      if (trap === undefined || !block.includes(COMMIT)) {
        database.write(block)
        return
      }
      const { fault, sprung } = trap
      trap = undefined
      isCut = true
      if (fault === 'answer-lost') database.write(block)
      // What PostgreSQL answers is awaited, so that the work is done, and then thrown away.
      const end = () => {
        client.destroy()
        database.destroy()
        sprung()
      }
      if (fault === 'answer-lost') database.once('data', end)
      else end()
    })
    database.on('data', (block: Buffer) => {
      if (!isCut) client.write(block)
    })
    client.once('close', () => database.end())
    database.once('close', () => client.destroy())
  })
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve)
  })
  const bound = server.address()
  const url = new URL(databaseUrl)
  url.searchParams.delete('host')
  url.searchParams.delete('port')
  url.hostname = '127.0.0.1'
  url.port = String(typeof bound === 'object' && bound !== null ? bound.port : 0)
  return {
    url: url.href,
    cutNextCommit: (fault) =>
      new Promise((resolve) => {
        trap = { fault, sprung: resolve }
      }),
    close: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy()
        server.close(() => resolve())
      }),
  }
}
