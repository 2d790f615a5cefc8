let lastAnsweredAt = 0
const listeners = new Set<() => void>()

/** An answered call of this page: the server has moved the idle end of the session on. */
export function noteActivity(): void {
  lastAnsweredAt = Date.now()
  for (const listener of listeners) listener()
}

/** When the server last answered, in milliseconds of this computer's clock; 0 before the first answer. */
export function lastActivity(): number {
  return lastAnsweredAt
}

/** Calls `listener` after every answer; the result takes it off again. */
export function subscribeActivity(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
