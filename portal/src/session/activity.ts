type Listener = () => void

/** Between the tabs of one browser: they share a session, so what one of them hears counts for all. */
const channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel('xingtan.session')
const listeners = new Set<Listener>()
/** A message every few seconds keeps the tabs together well enough. */
const TELL_EVERY_MS = 5000
/** Milliseconds of this computer's clock, which goes on while the computer sleeps; the session does too. */
export function ownNow(): number {
  return Date.now()
}

let lastAnsweredAt = 0
let lastToldAt = 0

function take(at: number): void {
  if (at <= lastAnsweredAt) return
  lastAnsweredAt = at
  for (const listener of listeners) listener()
}

channel?.addEventListener('message', (event: MessageEvent<unknown>) => {
  if (typeof event.data === 'number' && event.data <= ownNow()) take(event.data)
})

/** The server answered a call: it has moved the idle end of the session on. */
export function noteActivity(): void {
  const now = ownNow()
  take(now)
  if (now - lastToldAt < TELL_EVERY_MS) return
  lastToldAt = now
  // A channel between tabs of one origin has no target origin; the rule takes it for a window.
  // oxlint-disable-next-line unicorn/require-post-message-target-origin
  channel?.postMessage(now)
}

/** When the server last answered any tab, in milliseconds of this computer's clock; 0 before the first answer. */
export function lastActivity(): number {
  return lastAnsweredAt
}

/** Calls `listener` after every answer; the result takes it off again. */
export function subscribeActivity(listener: Listener): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
