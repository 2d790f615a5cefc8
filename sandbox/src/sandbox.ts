import fastify from 'fastify'
import { serveChsi } from './authority/chsi.ts'
import { serveExamBars } from './authority/exam-bar.ts'
import { serveExam } from './authority/exam.ts'
import { servePoliceIdentity } from './authority/police-identity.ts'
import { servePutonghua } from './authority/putonghua.ts'
import { serveSms } from './authority/sms.ts'
import { serveVetting } from './authority/vetting.ts'
import { createClock } from './clock.ts'
import type { Config, Listen } from './config.ts'
import { serveControls } from './control.ts'
import { createKeyRing } from './key/officers.ts'
import { serveKeyMiddleware } from './key/serve-key-middleware.ts'
import { serveMail } from './mail/serve-mail.ts'
import { servePage } from './page/serve-page.ts'
import { serveReadOut } from './read-out.ts'
import { createStore } from './store.ts'
import type { Sandbox } from './wire/serve.ts'
import { createWorld } from './world.ts'

export interface RunningSandbox {
  /** For example `http://127.0.0.1:9300`. */
  readonly http: string
  readonly smtp: Listen
  readonly stop: () => Promise<void>
}

function createApp() {
  const app = fastify({ logger: false, forceCloseConnections: true, bodyLimit: 1024 * 1024 })
  // Bodies stay text: a signature covers the bytes as they were sent.
  app.removeAllContentTypeParsers()
  for (const type of ['application/json', 'application/x-www-form-urlencoded']) {
    app.addContentTypeParser(type, { parseAs: 'string' }, (_request, body, done) => done(null, body))
  }
  return app
}

/** Starts every stand-in: one HTTP listener, one SMTP listener. Port 0 takes any free port. */
export async function startSandbox(config: Config): Promise<RunningSandbox> {
  const app = createApp()
  const clock = createClock(config.today)
  const store = createStore(config.stateFolder)
  const world = createWorld(clock, store)
  const ring = createKeyRing()
  const calls: Sandbox['calls'] = new Map()
  const { sharedKey, batchDelayMs, officeOrigin } = config
  const sandbox: Sandbox = { app, clock, store, world, sharedKey, batchDelayMs, calls }
  servePoliceIdentity(sandbox)
  serveChsi(sandbox)
  servePutonghua(sandbox)
  serveExam(sandbox)
  serveExamBars(sandbox)
  serveVetting(sandbox)
  serveSms(sandbox)
  serveKeyMiddleware({ app, store, ring, officeOrigin })
  serveControls({ app, store, world, ring, calls })
  serveReadOut(app, clock, store, world)
  servePage({ app, clock, store, world, ring, calls })

  const mail = await serveMail({ listen: config.smtp, clock, store, calls })
  const http = await app.listen(config.listen)
  const stop = async () => {
    await app.close()
    await mail.close()
    store.save()
  }
  return { http, smtp: { host: config.smtp.host, port: mail.port }, stop }
}
