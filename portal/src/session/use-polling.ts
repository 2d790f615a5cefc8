import { useEffect, useState } from 'react'

const QUICK_MS = 2000
const QUIET_MS = 10_000
/** After this the page says that the source is slow and asks less often. */
const SLOW_AFTER_MS = 12_000
/** Asking keeps a session alive; a page left alone stops asking, so that its session can end (S-022). */
const STOP_AFTER_MS = 10 * 60_000

/**
 * How often to ask again while something is being checked elsewhere: quickly at first, then every ten seconds, at last
 * not at all. `interval` fits `refetchInterval`.
 */
export function usePolling(isWaiting: boolean): { readonly interval: number | false; readonly isSlow: boolean } {
  const [phase, setPhase] = useState<'quick' | 'slow' | 'stopped'>('quick')
  useEffect(() => {
    if (!isWaiting) return undefined
    const timers = [
      setTimeout(() => setPhase('slow'), SLOW_AFTER_MS),
      setTimeout(() => setPhase('stopped'), STOP_AFTER_MS),
    ]
    return () => {
      for (const timer of timers) clearTimeout(timer)
      setPhase('quick')
    }
  }, [isWaiting])
  if (!isWaiting || phase === 'stopped') return { interval: false, isSlow: phase !== 'quick' }
  return phase === 'quick' ? { interval: QUICK_MS, isSlow: false } : { interval: QUIET_MS, isSlow: true }
}
