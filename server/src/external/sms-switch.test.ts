import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { SmsInbox } from '@xingtan/contract/authority/sandbox-control'
import { SANDBOX_KEY, type TestSandbox, startTestSandbox } from '../../test/sandbox.ts'
import { createAuthorities } from './authorities.ts'
import type { Delivery, Sms } from './sms.ts'
import { createSmsSwitch } from './sms-switch.ts'

const message = (id: string | number) => ({
  requestId: `outbox-${String(id).padStart(8, '0')}`,
  phone: '19900000001',
  template: 'account.phone-code',
  text: `验证码 ${String(id).padStart(6, '0')}。`,
})

const ACCEPTED: Delivery = { kind: 'accepted', receipt: 'r' }
const REFUSED: Delivery = { kind: 'source-down', because: 'status' }
const UNKNOWN: Delivery = { kind: 'source-down', because: 'timeout' }

/** A supplier that answers as it is told, and remembers what it was handed. */
function supplier(answer: () => Delivery) {
  const asked: { requestId: string; text: string }[] = []
  const sms: Sms = {
    send: async ({ requestId, text }) => {
      asked.push({ requestId, text })
      return answer()
    },
  }
  return { sms, asked }
}

function twoSuppliers() {
  const state = { first: ACCEPTED, nowMs: 0 }
  const first = supplier(() => state.first)
  const second = supplier(() => ACCEPTED)
  return { state, first, second, line: createSmsSwitch(first.sms, second.sms, () => state.nowMs) }
}

describe('R-035: two suppliers as one', () => {
  test('while the first is well the second hears nothing', async () => {
    const { first, second, line } = twoSuppliers()
    for (let id = 0; id < 50; id += 1) await line.send(message(id))
    expect([first.asked.length, second.asked.length]).toEqual([50, 0])
  })

  test('what the first turns away goes out by the second at once, with the same id and the same code', async () => {
    const { state, first, second, line } = twoSuppliers()
    state.first = REFUSED
    expect(await line.send(message(7))).toEqual(ACCEPTED)
    expect(second.asked).toEqual(first.asked)
    for (let id = 8; id < 20; id += 1) await line.send(message(id))
    // Five failures are enough: from then on the first is left alone.
    expect(first.asked).toHaveLength(5)
    expect(second.asked).toHaveLength(13)
  })

  test('a message of unknown fate stays a minute with the supplier that may have sent it, then goes to the other', async () => {
    const { state, first, second, line } = twoSuppliers()
    state.first = UNKNOWN
    for (let id = 0; id < 5; id += 1) expect(await line.send(message(id))).toEqual(UNKNOWN)
    expect(await line.send(message(9))).toEqual(ACCEPTED)
    for (const nowMs of [20_000, 59_999]) {
      state.nowMs = nowMs
      expect(await line.send(message(0))).toEqual(UNKNOWN)
    }
    expect(second.asked.map(({ requestId }) => requestId)).toEqual([message(9).requestId])
    state.nowMs = 60_000
    expect(await line.send(message(0))).toEqual(ACCEPTED)
    expect(second.asked.at(-1)).toEqual(first.asked[0])
    expect(state.nowMs).toBeLessThanOrEqual(120_000)
  })

  test('one that is slow is as good as one that fails', async () => {
    const state = { nowMs: 0 }
    const first = supplier(() => {
      state.nowMs += 2500
      return ACCEPTED
    })
    const second = supplier(() => ACCEPTED)
    const line = createSmsSwitch(first.sms, second.sms, () => state.nowMs)
    for (let id = 0; id < 10; id += 1) await line.send(message(id))
    expect([first.asked.length, second.asked.length]).toEqual([5, 5])
  })

  test('the first comes back after three good tries, half a minute apart', async () => {
    const { state, first, line } = twoSuppliers()
    state.first = REFUSED
    for (let id = 0; id < 6; id += 1) await line.send(message(id))
    state.first = ACCEPTED
    for (let round = 1; round <= 3; round += 1) {
      state.nowMs += 30_000
      await line.send(message(100 + round))
      await line.send(message(200 + round))
    }
    // The fourth message after the third good try goes straight to the first.
    expect(first.asked.slice(5).map(({ requestId }) => requestId)).toEqual(
      [101, 102, 103, 203].map((id) => message(id).requestId),
    )
  })
})

describe('R-035: with the suppliers of the sandbox', () => {
  let sandbox: TestSandbox
  beforeAll(async () => {
    sandbox = await startTestSandbox()
  })
  afterAll(() => sandbox.stop())
  afterEach(() => sandbox.setFault({ authority: null }))

  test('the first fails half the time: every message arrives, and once', async () => {
    await sandbox.setFault({ authority: 'sms', mode: 'unavailable', percent: 50 })
    const { sms } = createAuthorities({
      baseUrls: sandbox.http,
      sharedKey: SANDBOX_KEY,
      smtpUrl: sandbox.smtp,
      mailFrom: 'no-reply@example.com',
    })
    for (let id = 0; id < 200; id += 1) expect((await sms.send(message(id))).kind).toBe('accepted')
    const { messages } = SmsInbox.parse(await (await fetch(`${sandbox.http}/inbox/sms?phone=19900000001`)).json())
    expect(messages).toHaveLength(200)
    expect(new Set(messages.map(({ requestId }) => requestId)).size).toBe(200)
    expect(new Set(messages.map(({ supplier: by }) => by))).toEqual(new Set(['sms', 'sms-backup']))
    expect(messages.every(({ requestId, text }) => text.includes(requestId.slice(-6)))).toBe(true)
  })
})
