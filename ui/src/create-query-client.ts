import { QueryClient } from '@tanstack/react-query'
import { ProblemError } from './problem-error.ts'

const RETRIES = 2

/** Whether asking again may help: no answer came, or the server said it is busy. A refusal is an answer. */
export function isWorthRetrying(error: unknown): boolean {
  if (!(error instanceof ProblemError)) return false
  return error.status === 0 || error.status === 429 || error.status === 502 || error.status === 503
}

/** Milliseconds to wait before the next try: what the server asked for (at most 30 s), otherwise 1 s, 2 s, 4 s. */
export function retryDelayMs(failures: number, error: unknown): number {
  const asked = error instanceof ProblemError ? error.retryAfterSeconds : undefined
  return asked === undefined ? 1000 * 2 ** failures : Math.min(asked, 30) * 1000
}

/** The cache of a site. Commands are never repeated by themselves: a person decides. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 15_000,
        retry: (failures, error) => failures < RETRIES && isWorthRetrying(error),
        retryDelay: retryDelayMs,
        // Pages keep typing while the connection is gone; the error state says so instead of a silent pause.
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
