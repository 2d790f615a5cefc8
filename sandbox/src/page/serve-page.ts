import { randomBytes } from 'node:crypto'
import type { FaultTarget } from '@xingtan/contract/authority/sandbox-control'
import { Scenario } from '@xingtan/contract/authority/sandbox-person'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { z } from 'zod'
import type { Clock } from '../clock.ts'
import type { KeyRing } from '../key/officers.ts'
import type { Store } from '../store.ts'
import type { World } from '../world.ts'
import { html } from './html.ts'
import { renderLayout } from './layout.ts'
import type { PagePlan } from './layout.ts'
import { renderInbox } from './render-inbox.ts'
import { renderOfficers } from './render-officers.ts'
import { renderPeople } from './render-people.ts'
import { renderSwitches } from './render-switches.ts'

export interface Pages {
  readonly app: FastifyInstance
  readonly clock: Clock
  readonly store: Store
  readonly world: World
  readonly ring: KeyRing
  readonly calls: ReadonlyMap<FaultTarget, number>
}

const Filter = z.object({ scenario: Scenario.optional().catch(undefined) })

function sendPage(reply: FastifyReply, plan: Omit<PagePlan, 'nonce'>) {
  const nonce = randomBytes(16).toString('base64')
  const policy = [
    "default-src 'none'",
    "style-src 'unsafe-inline'",
    'img-src data:',
    "connect-src 'self'",
    "form-action 'self'",
    `script-src 'nonce-${nonce}'`,
    "frame-ancestors 'none'",
  ]
  return reply
    .headers({ 'content-security-policy': policy.join('; '), 'cache-control': 'no-store' })
    .type('text/html; charset=utf-8')
    .send(renderLayout({ ...plan, nonce }))
}

/** The pages a person opens: inbox and switches, people, keys. */
export function servePage({ app, clock, store, world, ring, calls }: Pages): void {
  const { memory } = store
  app.get('/', (_request, reply) => {
    const empty = html`<form method="post" action="/inbox/empty"><button>清空收件箱</button></form>`
    const content = html`<div class="heading">
        <p class="hint">系统发出的短信和邮件都留在本机，不会真的送出；每 2 秒自动更新。</p>
        ${empty}
      </div>
      <div id="inbox" class="columns">${renderInbox(memory)}</div>
      ${renderSwitches(memory.faults, calls)}`
    return sendPage(reply, { path: '/', title: '收件箱与机构', content })
  })
  app.get('/fragment/inbox', (_request, reply) =>
    reply.header('cache-control', 'no-store').type('text/html; charset=utf-8').send(renderInbox(memory).text),
  )
  app.get('/persons', (request, reply) => {
    const { scenario } = Filter.parse(request.query)
    const content = renderPeople(world.list(), scenario, clock.today())
    return sendPage(reply, { path: '/persons', title: '合成人员', content })
  })
  app.get('/officers', (_request, reply) => {
    const content = renderOfficers(ring, memory.wrongPins)
    return sendPage(reply, { path: '/officers', title: '人员密钥', content })
  })
}
