import { endpoint } from '@xingtan/contract/endpoint'
import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Gate } from './command-gate.ts'
import { clientProblem } from './client-problem.ts'
import { passGate } from './pass-gate.ts'
import { ProblemError } from './problem-error.ts'

const act = endpoint({
  name: 'trial.act',
  face: 'office',
  method: 'POST',
  path: '/api/trial',
  permission: 'office',
  input: z.strictObject({ dryRun: z.boolean() }),
  output: z.strictObject({ done: z.literal(true) }),
  needsKey: ({ dryRun }) => !dryRun,
})
const demand = new ProblemError({ ...clientProblem('client.unavailable', { status: 403 }), code: 'trial.demand' })
const HEADERS = { 'x-proof': 'signed' }

/** A server that wants the header, or has done the act already; what was sent and asked stands in `log`. */
function arrange({ isDone = false, leaves = false } = {}) {
  const log: string[] = []
  const gate: Gate = {
    opensFor: ({ code }) => code === 'trial.demand',
    open: async ({ endpoint: name }) => {
      log.push(`open ${name}`)
      if (leaves) throw new ProblemError(clientProblem('client.not-signed'))
      return HEADERS
    },
  }
  const send = async (headers: Readonly<Record<string, string>>) => {
    log.push(`send ${Object.keys(headers).join()}`)
    if (!isDone && headers['x-proof'] === undefined) throw demand
    return { done: true as const }
  }
  return { log, gate, send }
}

describe('S-036: an act passes the gate', () => {
  test('signed first when it is known to need it', async () => {
    const { log, gate, send } = arrange()
    await passGate(gate, { endpoint: act, input: { dryRun: false }, isRepeat: false, send })
    expect(log).toEqual(['open trial.act', 'send x-proof'])
  })

  test('bare when it is repeated, and signed only when the server insists (R-001)', async () => {
    const done = arrange({ isDone: true })
    await passGate(done.gate, { endpoint: act, input: { dryRun: false }, isRepeat: true, send: done.send })
    expect(done.log).toEqual(['send '])
    const open = arrange()
    await passGate(open.gate, { endpoint: act, input: { dryRun: false }, isRepeat: true, send: open.send })
    expect(open.log).toEqual(['send ', 'open trial.act', 'send x-proof'])
  })

  test('bare when it only tries something out, or where the site has no gate', async () => {
    const dry = arrange({ isDone: true })
    await passGate(dry.gate, { endpoint: act, input: { dryRun: true }, isRepeat: false, send: dry.send })
    const none = arrange({ isDone: true })
    await passGate(undefined, { endpoint: act, input: { dryRun: false }, isRepeat: false, send: none.send })
    expect([dry.log, none.log]).toEqual([['send '], ['send ']])
  })

  test('not at all when the officer leaves the question', async () => {
    const { log, gate, send } = arrange({ leaves: true })
    const passing = passGate(gate, { endpoint: act, input: { dryRun: false }, isRepeat: false, send })
    await expect(passing).rejects.toMatchObject({ code: 'client.not-signed' })
    expect(log).toEqual(['open trial.act'])
  })
})
