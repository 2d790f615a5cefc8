import { createServer } from 'node:http'
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client'
import type { Db } from './db.ts'

export interface Metrics {
  readonly observe: (route: string, status: number, seconds: number) => void
  readonly jobDied: (name: string) => void
  /** Serves /metrics, /health/live and /health/ready on a private port; returns how to stop. */
  listen(address: string, ready: () => Promise<boolean>): Promise<{ readonly port: number; close(): Promise<void> }>
}

/** Prometheus metrics of one process; labels are routes and codes, never people. */
export function createMetrics(role: string, db: Db): Metrics {
  const registry = new Registry()
  registry.setDefaultLabels({ role })
  collectDefaultMetrics({ register: registry })
  const requests = new Histogram({
    name: 'xingtan_http_seconds',
    help: 'Answer time by route and status.',
    labelNames: ['route', 'status'],
    buckets: [0.005, 0.02, 0.05, 0.1, 0.3, 1, 3],
    registers: [registry],
  })
  const dead = new Counter({
    name: 'xingtan_jobs_dead_total',
    help: 'Jobs given up.',
    labelNames: ['name'],
    registers: [registry],
  })
  const pool = new Gauge({
    name: 'xingtan_db_connections',
    help: 'Pool connections by state.',
    labelNames: ['state'],
    registers: [registry],
    collect() {
      for (const [state, count] of Object.entries(db.counts)) this.set({ state }, count)
    },
  })
  void pool
  return {
    observe: (route, status, seconds) => requests.observe({ route, status: String(status) }, seconds),
    jobDied: (name) => dead.inc({ name }),
    listen: (address, ready) => listen(registry, address, ready),
  }
}

async function listen(
  registry: Registry,
  address: string,
  ready: () => Promise<boolean>,
): Promise<{ readonly port: number; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    void answer(registry, ready, request.url ?? '/').then(({ status, type, body }) => {
      response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store' }).end(body)
    })
  })
  const [host, port] = address.split(':')
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(Number(port), host, resolve)
  })
  const bound = server.address()
  return {
    port: typeof bound === 'object' && bound !== null ? bound.port : 0,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  }
}

async function answer(registry: Registry, ready: () => Promise<boolean>, url: string) {
  if (url === '/metrics') return { status: 200, type: registry.contentType, body: await registry.metrics() }
  // Health answers without the pool, so that an exhausted pool does not look like a dead process.
  if (url === '/health/live') return { status: 200, type: 'text/plain', body: 'live\n' }
  if (url === '/health/ready') {
    const isReady = await ready()
    return { status: isReady ? 200 : 503, type: 'text/plain', body: isReady ? 'ready\n' : 'not ready\n' }
  }
  return { status: 404, type: 'text/plain', body: 'not found\n' }
}
