import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fastifyStatic from '@fastify/static'
import type { FastifyInstance } from 'fastify'
import { z } from 'zod'
import { type PageOptions, contentSecurityPolicy, createNonce } from './http-headers.ts'

/** First words of the addresses with pages, as the build has listed them; undefined while pages are being developed. */
function readPagePaths(folder: string): ReadonlySet<string> | undefined {
  const file = join(folder, 'page-paths.json')
  if (!existsSync(file)) return undefined
  return new Set(['', ...z.array(z.string()).parse(JSON.parse(readFileSync(file, 'utf8')))])
}

/** Serves a built single-page site: hashed assets for a year, the page itself never from a cache. */
export async function servePages(app: FastifyInstance, folder: string, options: PageOptions): Promise<void> {
  const page = readFileSync(join(folder, 'index.html'), 'utf8')
  await app.register(fastifyStatic, {
    root: join(folder, 'assets'),
    prefix: '/assets/',
    immutable: true,
    maxAge: '365d',
    index: false,
    decorateReply: false,
    // Compressed beforehand by the build where that made it smaller.
    preCompressed: true,
  })
  const known = readPagePaths(folder)
  const wantsNonce = page.includes('__CSP_NONCE__')
  app.get('/*', { exposeHeadRoute: true }, async (request, reply) => {
    const path = request.url.split('?')[0] ?? '/'
    // The router knows the pages; anything that looks like a file or an interface is not one (S-061, S-063).
    if (path.startsWith('/api/') || /[.;\\]|%2e|%00/i.test(path)) return reply.callNotFound()
    // The page that is not there looks like one of the site, and says so by its status too.
    if (known !== undefined && !known.has(path.split('/')[1] ?? '')) void reply.code(404)
    const nonce = wantsNonce ? createNonce() : undefined
    void reply.header('content-type', 'text/html; charset=utf-8').header('cache-control', 'no-store')
    if (nonce === undefined) return page
    void reply.header('content-security-policy', contentSecurityPolicy(options, nonce))
    return page.replaceAll('__CSP_NONCE__', nonce)
  })
}
