import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { FaultMode } from '@xingtan/contract/authority/sandbox-control'
import { SANDBOX_KEY, startTestSandbox } from '../../test/sandbox.ts'
import type { TestSandbox } from '../../test/sandbox.ts'
import type { AskedPerson } from './ask-about-person.ts'
import { createAuthorities } from './authorities.ts'
import type { AuthorityEvent } from './authority-event.ts'

let sandbox: TestSandbox
let person: AskedPerson
let events: AuthorityEvent[] = []

beforeAll(async () => {
  sandbox = await startTestSandbox()
  const { name, number } = await sandbox.findPerson('graduate')
  person = { name, documentNumber: number }
})
afterAll(() => sandbox.stop())
afterEach(() => sandbox.setFault({ authority: null }))

/** Fresh lines: no circuit or budget is carried from one test to the next. */
function connect(options: { sharedKey?: string; examMs?: number } = {}) {
  events = []
  return createAuthorities({
    baseUrls: sandbox.http,
    sharedKey: options.sharedKey ?? SANDBOX_KEY,
    smtpUrl: sandbox.smtp,
    mailFrom: 'no-reply@example.com',
    timeouts: { exam: options.examMs ?? 700, mail: 700 },
    observe: (event) => events.push(event),
  })
}

const TABLE: ReadonlyArray<readonly [mode: FaultMode, outcome: object]> = [
  ['reset', { kind: 'source-down', because: 'unreachable' }],
  ['unavailable', { kind: 'source-down', because: 'status' }],
  ['slow', { kind: 'source-down', because: 'timeout' }],
  ['drip', { kind: 'source-down', because: 'timeout' }],
  ['garbage', { kind: 'source-down', because: 'body' }],
  ['truncated', { kind: 'source-down', because: 'body' }],
  ['wrong-charset', { kind: 'source-down', because: 'body' }],
  ['huge', { kind: 'source-down', because: 'body' }],
  ['redirect', { kind: 'source-down', because: 'status' }],
  ['wrong-person', { kind: 'source-down', because: 'wrong-person' }],
  ['limited', { kind: 'limited', retryAfterSeconds: 30 }],
]

describe('what a misbehaving source becomes', () => {
  test.each(TABLE)('INT-1, S-152, S-154: %s', async (mode, outcome) => {
    await sandbox.setFault({ authority: 'exam', mode })
    const began = performance.now()
    expect(await connect().exam.listProofs(person)).toEqual(outcome)
    expect(performance.now() - began).toBeLessThan(1500)
  })

  test('S-152: fields nobody agreed on are dropped, the rest is believed', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'extra-fields' })
    const outcome = await connect().exam.listProofs(person)
    expect(outcome.kind).toBe('match')
    expect(JSON.stringify(outcome)).not.toContain('script')
  })

  test('R-031: without being told otherwise a call ends after three seconds', async () => {
    await sandbox.setFault({ authority: 'chsi', mode: 'slow' })
    const began = performance.now()
    expect(await connect().chsi.findEnrolment(person)).toEqual({ kind: 'source-down', because: 'timeout' })
    expect(performance.now() - began).toBeGreaterThan(2900)
    expect(performance.now() - began).toBeLessThan(3500)
  })

  test('S-151: an answer about somebody else raises an event of its own, without naming anybody', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'wrong-person' })
    await connect().exam.listProofs(person)
    expect(events.map((event) => event.kind)).toEqual(['wrong-person', 'failed'])
    expect(JSON.stringify(events)).not.toContain(person.documentNumber)
  })

  test('S-151: a receipt for another message is not this message’s receipt', async () => {
    await sandbox.setFault({ authority: 'sms', mode: 'wrong-person' })
    const message = { requestId: 'outbox-00000009', phone: '19900000001', template: 'test', text: '测试。' }
    expect(await connect().sms.send(message)).toEqual({ kind: 'source-down', because: 'wrong-person' })
  })

  test.each(['reset', 'unavailable', 'limited', 'slow'] as const)(
    'INT-1: a mail server that is %s takes nothing and is down',
    async (mode) => {
      await sandbox.setFault({ authority: 'mail', mode })
      const message = { requestId: `outbox-mail-${mode}`, to: 'p0001@example.com', subject: '一', text: '二' }
      expect(await connect().mail.send(message)).toEqual({ kind: 'source-down', because: 'unreachable' })
      expect(await (await fetch(`${sandbox.http}/inbox/mail`)).text()).not.toContain(`outbox-mail-${mode}`)
    },
  )

  test('INT-1: a question signed with another key is turned away and becomes no answer', async () => {
    const stranger = connect({ sharedKey: 'not the shared key at all' })
    expect(await stranger.exam.listProofs(person)).toEqual({ kind: 'source-down', because: 'status' })
  })
})

describe('limits on our own side', () => {
  test('R-030: after five failures the source is left alone, and the others are still asked', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'garbage' })
    const authorities = connect()
    const before = await sandbox.countCalls('exam')
    for (let time = 0; time < 8; time += 1) await authorities.exam.listProofs(person)
    expect((await sandbox.countCalls('exam')) - before).toBe(5)
    expect(await authorities.exam.listProofs(person)).toEqual({ kind: 'source-down', because: 'circuit-open' })
    expect(events.filter((event) => event.kind === 'circuit-opened')).toHaveLength(1)
    expect((await authorities.policeIdentity.check(person)).kind).toBe('match')
  })

  test('R-030: a source that only limits its callers does not open the circuit', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'limited' })
    const authorities = connect()
    for (let time = 0; time < 7; time += 1) {
      expect(await authorities.exam.listProofs(person)).toEqual({ kind: 'limited', retryAfterSeconds: 30 })
    }
  })

  test('R-032: a source that fails half the time is asked at most a tenth more often', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'unavailable', percent: 50 })
    const authorities = connect({ examMs: 3000 })
    const before = await sandbox.countCalls('exam')
    const kinds: string[] = []
    for (let time = 0; time < 50; time += 1) kinds.push((await authorities.exam.listProofs(person)).kind)
    const extra = (await sandbox.countCalls('exam')) - before - 50
    expect(extra).toBeGreaterThan(0)
    expect(extra).toBeLessThanOrEqual(5)
    expect(events.filter((event) => event.kind === 'retried')).toHaveLength(extra)
    expect(new Set(kinds)).toEqual(new Set(['match', 'source-down']))
  })

  test('R-032: one brief trouble is hidden by the repetition', async () => {
    // Calls of an even count are struck: with an odd count so far, the next one is, and its repetition is not.
    await sandbox.setFault({ authority: 'exam', mode: 'reset', percent: 50 })
    const authorities = connect({ examMs: 3000 })
    if ((await sandbox.countCalls('exam')) % 2 === 0) await connect().exam.listProofs(person)
    expect((await authorities.exam.listProofs(person)).kind).toBe('match')
  })

  test('R-031: of twenty-one questions at once the last is told to come back, not queued', async () => {
    await sandbox.setFault({ authority: 'exam', mode: 'slow' })
    const authorities = connect()
    const outcomes = await Promise.all(Array.from({ length: 21 }, () => authorities.exam.listProofs(person)))
    expect(outcomes.filter(({ kind }) => kind === 'source-down')).toHaveLength(20)
    expect(outcomes.at(-1)).toEqual({ kind: 'limited', retryAfterSeconds: 1 })
    // The places are free again; what holds now is the circuit.
    expect(await authorities.exam.listProofs(person)).toEqual({ kind: 'source-down', because: 'circuit-open' })
  })
})
