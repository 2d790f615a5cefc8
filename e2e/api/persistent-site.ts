import { randomUUID } from 'node:crypto'
import { setTimeout as sleep } from 'node:timers/promises'
import { finishKeyProofEndpoint } from '@xingtan/contract/office/security'
import { Refused, type Site } from './site.ts'

const PATIENCE_MS = 90_000

/** Told that an endpoint is being called, before there is an answer. */
export type OnSend = (endpointName: string) => void

/**
 * A client that never gives up: a broken connection or a server in trouble is no answer, so the same command is sent
 * again with the same idempotency key, as both sites' pages do.
 */
export function makePersistent(site: Site, onSend: OnSend = () => {}): Site {
  const repeat = async <Answer>(ask: () => Promise<Answer>): Promise<Answer> => {
    const deadline = performance.now() + PATIENCE_MS
    for (;;) {
      try {
        return await ask()
      } catch (error) {
        if (isAnswer(error) || performance.now() > deadline) throw error
        await sleep(200)
      }
    }
  }
  return {
    call: (endpoint, input, options = {}) => {
      const kept = { key: randomUUID(), ...options }
      let isFirst = true
      return repeat(() => {
        const answer = site.call(endpoint, input, kept)
        if (isFirst) onSend(endpoint.name)
        isFirst = false
        return answer
      })
    },
    signWith: (signer) => site.signWith(signer),
    cookies: () => site.cookies(),
  }
}

/**
 * A refusal answers, unless it is about the signature alone: a question whose reply was lost is used up, and the next
 * try asks another one, as the office's page does (S-036).
 */
function isAnswer(error: unknown): boolean {
  return error instanceof Refused && error.status < 500 && error.endpointName !== finishKeyProofEndpoint.name
}
