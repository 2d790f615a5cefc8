import { createServer } from 'node:net'
import { PlainError } from './plain-error.ts'

/** The TCP ports of one installation. */
export interface Ports {
  readonly portal: number
  readonly office: number
  readonly sandbox: number
  readonly smtp: number
  readonly portalMetrics: number
  readonly officeMetrics: number
  readonly workerMetrics: number
}

/** The ports of `npm start`. */
export const USUAL_PORTS: Ports = {
  portal: 8080,
  office: 8081,
  sandbox: 9300,
  smtp: 9325,
  portalMetrics: 9180,
  officeMetrics: 9181,
  workerMetrics: 9182,
}

/** Ports nobody uses at the moment, chosen by the operating system. */
export async function findFreePorts(): Promise<Ports> {
  // All are held until the last is found, so that no number comes twice.
  const held = await Promise.all(Object.keys(USUAL_PORTS).map(() => hold(0)))
  const next = (): number => held.pop()?.port ?? 0
  const releases = held.map(({ release }) => release)
  const ports = {
    portal: next(),
    office: next(),
    sandbox: next(),
    smtp: next(),
    portalMetrics: next(),
    officeMetrics: next(),
    workerMetrics: next(),
  }
  await Promise.all(releases.map((release) => release()))
  return ports
}

/** Stops with one sentence when another program holds a port we need. */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const [name, port] of Object.entries(ports)) {
    try {
      const { release } = await hold(port)
      await release()
    } catch (cause) {
      throw new PlainError(
        `端口 ${port} 已被占用(${name})。请停止占用它的程序，或者用 npm start -- --${toFlag(name)} <端口> 换一个。`,
        `Port ${port} (${name}) is taken; stop the program that holds it or choose another with --${toFlag(name)}.`,
        { cause },
      )
    }
  }
}

/** The flag that chooses a port: `portalMetrics` → `portal-metrics-port`. */
export function toFlag(name: string): string {
  return `${name.replaceAll(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}-port`
}

async function hold(port: number): Promise<{ readonly port: number; readonly release: () => Promise<void> }> {
  const server = createServer()
  const { promise, resolve, reject } = Promise.withResolvers<void>()
  server.once('error', reject)
  server.listen({ port, host: '0.0.0.0', exclusive: true }, resolve)
  await promise
  const address = server.address()
  return {
    port: typeof address === 'object' && address !== null ? address.port : 0,
    release: () => new Promise((done) => void server.close(() => done())),
  }
}
