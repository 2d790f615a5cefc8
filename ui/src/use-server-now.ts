import { useEffect, useState } from 'react'

const RENEW_MS = 30_000

/** The server's time, carried on by the browser's stopwatch (which nobody can set), renewed twice a minute. */
export function useServerNow(serverNow: string): Date {
  const [now, setNow] = useState(() => new Date(serverNow))
  useEffect(() => {
    const startedAt = performance.now()
    const renew = (): void => setNow(new Date(new Date(serverNow).getTime() + performance.now() - startedAt))
    renew()
    const timer = setInterval(renew, RENEW_MS)
    return () => clearInterval(timer)
  }, [serverNow])
  return now
}
