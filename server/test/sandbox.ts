import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { SandboxPeople } from '@xingtan/contract/authority/sandbox-person'
import type { SandboxPerson } from '@xingtan/contract/authority/sandbox-person'
import type { SetFault } from '@xingtan/contract/authority/sandbox-control'
import { z } from 'zod'

export const SANDBOX_KEY = 'shared key of the tests only'
export const OFFICE_ORIGIN = 'http://office.localhost:8081'

const Ready = z.object({ ready: z.literal(true), http: z.string(), smtp: z.string() })

/** A sandbox of its own process, spoken to over HTTP and SMTP like the real authorities. */
export interface TestSandbox {
  readonly http: string
  readonly smtp: string
  /** The first person of a scenario. */
  readonly findPerson: (scenario: SandboxPerson['scenario'], place?: number) => Promise<SandboxPerson>
  readonly setFault: (fault: SetFault) => Promise<void>
  /** How often an authority was asked since the start. */
  readonly countCalls: (authority: string) => Promise<number>
  readonly stop: () => Promise<void>
}

async function post(url: string, body: unknown): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  })
  if (!response.ok) throw new Error(`the sandbox answered ${response.status}`)
}

/** The `place`-th person of a scenario in the sandbox's world. */
export async function findPerson(http: string, scenario: SandboxPerson['scenario'], place = 0): Promise<SandboxPerson> {
  const answer = await fetch(`${http}/people?scenario=${scenario}`)
  const person = SandboxPeople.parse(await answer.json()).people[place]
  if (person === undefined) throw new Error(`nobody is ${scenario}`)
  return person
}

/** Starts a sandbox on free ports for one test file; stop it in `afterAll`. */
export async function startTestSandbox(today = '2026-10-12'): Promise<TestSandbox> {
  const program = fileURLToPath(new URL('../../sandbox/src/main.ts', import.meta.url))
  const child = spawn(process.execPath, [program], {
    env: {
      SANDBOX_LISTEN: '127.0.0.1:0',
      SANDBOX_SMTP: '127.0.0.1:0',
      SANDBOX_SHARED_KEY: SANDBOX_KEY,
      SANDBOX_OFFICE_ORIGIN: OFFICE_ORIGIN,
      SANDBOX_TODAY: today,
      SANDBOX_BATCH_MS: '300',
    },
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => {
    child.once('exit', () => resolve())
  })
  const firstLine = new Promise<string>((resolve, reject) => {
    createInterface(child.stdout).once('line', resolve)
    child.once('exit', () => reject(new Error('the sandbox ended before it was ready')))
  })
  const { http, smtp } = Ready.parse(JSON.parse(await firstLine))
  return {
    http,
    smtp: `smtp://${smtp}`,
    findPerson: (scenario, place) => findPerson(http, scenario, place),
    setFault: (fault) => post(`${http}/control/faults`, fault),
    countCalls: async (authority) => {
      const answer = await fetch(`${http}/control/calls`)
      return z.record(z.string(), z.number()).parse(await answer.json())[authority] ?? 0
    },
    stop: async () => {
      child.kill('SIGTERM')
      await ended
    },
  }
}
