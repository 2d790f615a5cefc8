import { createHmac } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type ExamBar, ExamBarsAnswer, ExamReportAnswer } from '@xingtan/contract/authority/exam-bar'
import { SandboxOfficers } from '@xingtan/contract/authority/key-middleware'
import { SandboxPeople } from '@xingtan/contract/authority/sandbox-person'
import { signedText } from '@xingtan/contract/authority/request-signature'
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Config } from './config.ts'
import { startSandbox } from './sandbox.ts'
import type { RunningSandbox } from './sandbox.ts'

const OFFICE = 'http://office.localhost:8081'
const JSON_TYPE = { 'content-type': 'application/json' }
const folder = mkdtempSync(join(tmpdir(), 'xingtan-sandbox-test-'))
const config: Config = {
  listen: { host: '127.0.0.1', port: 0 },
  smtp: { host: '127.0.0.1', port: 0 },
  sharedKey: 'shared key of the tests only',
  officeOrigin: OFFICE,
  stateFolder: folder,
  today: '2026-10-12',
  batchDelayMs: 0,
}

let sandbox: RunningSandbox
beforeEach(async () => {
  sandbox = await startSandbox(config)
})
afterEach(async () => {
  await fetch(`${sandbox.http}/control/faults`, { method: 'POST', headers: JSON_TYPE, body: '{"authority":null}' })
  await sandbox.stop()
})
afterAll(() => rmSync(folder, { recursive: true }))

const MESSAGE = { requestId: 'outbox-00000001', phone: '19900000001', template: 'test', text: '测试。' }

function ask(path: string, question: object, change: { key?: string; ageMs?: number; signedPath?: string } = {}) {
  const body = JSON.stringify(question)
  const timestamp = String(Date.now() - (change.ageMs ?? 0))
  const text = signedText({ timestamp, method: 'POST', path: change.signedPath ?? path, body })
  const signature = createHmac('sha256', change.key ?? config.sharedKey)
    .update(text)
    .digest('hex')
  const headers = { ...JSON_TYPE, 'x-client-key': 'test', 'x-timestamp': timestamp, 'x-signature': signature }
  return fetch(`${sandbox.http}${path}`, { method: 'POST', headers, body })
}

describe('who may ask', () => {
  test('INT-3: a signed question is answered; unsigned, foreign, old and moved ones are not', async () => {
    expect((await ask('/sms/v1/messages', MESSAGE)).status).toBe(200)
    expect((await ask('/sms/v1/messages', MESSAGE, { key: 'another key' })).status).toBe(401)
    expect((await ask('/sms/v1/messages', MESSAGE, { ageMs: 301_000 })).status).toBe(401)
    expect((await ask('/sms/v1/messages', MESSAGE, { signedPath: '/exam/v1/proofs' })).status).toBe(401)
    const unsigned = { method: 'POST', headers: JSON_TYPE, body: JSON.stringify(MESSAGE) }
    expect((await fetch(`${sandbox.http}/sms/v1/messages`, unsigned)).status).toBe(401)
  })

  test('INT-3: a source that turns away at the door sends no message', async () => {
    const mode = JSON.stringify({ authority: 'sms', mode: 'unavailable' })
    await fetch(`${sandbox.http}/control/faults`, { method: 'POST', headers: JSON_TYPE, body: mode })
    await ask('/sms/v1/messages', { ...MESSAGE, requestId: 'outbox-00000002' })
    const inbox = await (await fetch(`${sandbox.http}/inbox/sms`)).text()
    expect(inbox).not.toContain('outbox-00000002')
  })
})

describe('exam bars', () => {
  test('INT-4: hands out its own list page by page and takes reports, saying whether the person holds a proof', async () => {
    const bars: ExamBar[] = []
    for (let after: string | null = null, page = 0; page < 5; page += 1) {
      const response = await ask('/exam/v1/bars', { requestId: `bars-0000000${page}`, after })
      const answer = ExamBarsAnswer.parse(await response.json())
      bars.push(...answer.bars)
      after = answer.next
      if (after === null) break
    }
    expect(bars.length).toBeGreaterThan(0)
    for (const bar of bars) expect(bar.lastBarredDay > bar.decidedOn).toBe(true)
    const people = await (await fetch(`${sandbox.http}/people?scenario=graduate`)).json()
    const [person] = SandboxPeople.parse(people).people
    const report = {
      reportId: 'report-00000001',
      name: person?.name,
      documentNumber: person?.number,
      kind: 'lost',
      state: 'in-force',
      from: '2026-10-01',
      until: null,
      decisionNumber: '演示罚〔2026〕1号',
    }
    const told = await ask('/exam/v1/bar-reports', { requestId: 'report-00000002', ...report })
    expect(ExamReportAnswer.parse(await told.json())).toMatchObject({ reportId: 'report-00000001', holdsProof: true })
  })
})

describe('key middleware', () => {
  const sign = async (pin: string, origin = OFFICE) => {
    const { officers } = SandboxOfficers.parse(await (await fetch(`${sandbox.http}/key-middleware/officers`)).json())
    const body = JSON.stringify({ serial: officers[0]?.serial, pin, challenge: 'aGVsbG8' })
    const answer = await fetch(`${sandbox.http}/key-middleware/sign`, {
      method: 'POST',
      headers: { ...JSON_TYPE, origin },
      body,
    })
    return {
      status: answer.status,
      allowed: answer.headers.get('access-control-allow-origin'),
      serial: officers[0]?.serial,
    }
  }

  test('S-033: signs with the right PIN for pages of the office alone', async () => {
    expect(await sign('246810')).toMatchObject({ status: 200, allowed: OFFICE })
    expect(await sign('246810', 'http://portal.localhost:8080')).toMatchObject({ status: 403, allowed: null })
    const keys = await fetch(`${sandbox.http}/key-middleware/keys`)
    expect(keys.status).toBe(403)
  })

  test('S-033: three wrong PINs lock the key, even for the right one and after a restart, until it is unlocked', async () => {
    expect([(await sign('111111')).status, (await sign('111111')).status]).toEqual([403, 403])
    expect((await sign('111111')).status).toBe(423)
    expect((await sign('246810')).status).toBe(423)
    await sandbox.stop()
    sandbox = await startSandbox(config)
    const { status, serial } = await sign('246810')
    expect(status).toBe(423)
    await fetch(`${sandbox.http}/control/keys/${serial}/unlock`, { method: 'POST' })
    expect((await sign('246810')).status).toBe(200)
  })

  test('S-033: the right PIN forgives the wrong ones before it', async () => {
    for (const pin of ['111111', '111111', '246810', '111111', '111111']) await sign(pin)
    expect((await sign('246810')).status).toBe(200)
  })
})

describe('the page and its switches', () => {
  test('INT-3: says it is a demonstration and shows a message escaped', async () => {
    await ask('/sms/v1/messages', { ...MESSAGE, requestId: 'outbox-00000003', text: '<script>alert(1)</script>' })
    const page = await (await fetch(sandbox.http)).text()
    expect(page).toContain('演示环境，非官方网站')
    expect(page).toContain('&lt;script&gt;alert(1)&lt;/script&gt;')
    expect(page).not.toContain('<script>alert(1)')
  })

  test('INT-3: a form switches a fault on and goes back to its page; another site’s form does not', async () => {
    const press = (origin: string) =>
      fetch(`${sandbox.http}/control/faults`, {
        method: 'POST',
        redirect: 'manual',
        headers: { accept: 'text/html', origin, 'content-type': 'application/x-www-form-urlencoded' },
        body: 'authority=chsi&mode=slow&latencyMs=20&percent=50',
      })
    expect((await press('http://evil.example')).status).toBe(403)
    expect((await press(sandbox.http)).status).toBe(303)
    const faults = await (await fetch(`${sandbox.http}/control/faults`)).json()
    expect(faults).toMatchObject({ chsi: { mode: 'slow', latencyMs: 20, percent: 50 }, exam: { mode: 'ok' } })
  })

  test('INT-3: people are found by scenario, type and place', async () => {
    const answer = await fetch(`${sandbox.http}/people?scenario=graduate&qualificationType=4&areaCode=330802`)
    const { people } = SandboxPeople.parse(await answer.json())
    expect(people.length).toBeGreaterThan(0)
    for (const person of people) expect(person).toMatchObject({ scenario: 'graduate', areaCode: '330802' })
    expect((await fetch(`${sandbox.http}/people?scenario=nobody`)).status).toBe(400)
  })

  test('INT-3: an issued diploma and the inbox outlive a restart, until the inbox is emptied', async () => {
    const pending = `${sandbox.http}/people?diploma=pending`
    const before = SandboxPeople.parse(await (await fetch(pending)).json()).people
    const number = before[0]?.number ?? ''
    expect((await fetch(`${sandbox.http}/control/people/${number}/diploma`, { method: 'POST' })).status).toBe(200)
    await ask('/sms/v1/messages', { ...MESSAGE, requestId: 'outbox-00000004' })
    await sandbox.stop()
    sandbox = await startSandbox(config)
    const after = SandboxPeople.parse(await (await fetch(`${sandbox.http}/people?diploma=pending`)).json()).people
    expect(after).toHaveLength(before.length - 1)
    expect((await fetch(`${sandbox.http}/control/people/${number}/diploma`, { method: 'POST' })).status).toBe(404)
    expect(await (await fetch(`${sandbox.http}/inbox/sms`)).text()).toContain('outbox-00000004')
    await fetch(`${sandbox.http}/inbox`, { method: 'DELETE' })
    expect(await (await fetch(`${sandbox.http}/inbox/sms`)).json()).toEqual({ messages: [] })
  })
})
