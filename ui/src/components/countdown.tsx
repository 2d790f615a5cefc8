import { describeRemaining } from '../remaining-time.ts'
import { useServerNow } from '../use-server-now.ts'

export interface CountdownProps {
  /** ISO instant at which it ends. */
  readonly endsAt: string
  /** ISO instant of the server's clock when the answer came; the browser's own clock is not trusted. */
  readonly serverNow: string
}

/** Time left in plain words, renewed twice a minute, without animation and without being read out again. */
export function Countdown({ endsAt, serverNow }: CountdownProps) {
  const now = useServerNow(serverNow)
  return (
    <time className="nowrap" dateTime={endsAt}>
      {describeRemaining(now, new Date(endsAt))}
    </time>
  )
}
