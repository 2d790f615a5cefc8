const FAILURES_TO_OPEN = 5
const REST_MS = 10_000

/** Protects a source that is down from being asked, and us from waiting for it. */
export interface Circuit {
  /** Whether a question may go out now; after the rest, one at a time until one succeeds. */
  readonly admit: () => boolean
  /** Must follow every admitted question. */
  readonly record: (success: boolean) => void
  readonly isOpen: () => boolean
}

/** Opens after five failures in a row, rests ten seconds, then lets one probe through. `nowMs` never goes back. */
export function createCircuit(nowMs: () => number): Circuit {
  let failures = 0
  let openedAtMs: number | undefined
  let isProbing = false
  return {
    admit: () => {
      if (openedAtMs === undefined) return true
      if (isProbing || nowMs() - openedAtMs < REST_MS) return false
      isProbing = true
      return true
    },
    record: (success) => {
      isProbing = false
      failures = success ? 0 : failures + 1
      if (success) openedAtMs = undefined
      if (failures >= FAILURES_TO_OPEN) openedAtMs = nowMs()
    },
    isOpen: () => openedAtMs !== undefined,
  }
}
