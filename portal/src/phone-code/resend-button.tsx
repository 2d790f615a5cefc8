import { Button } from '@xingtan/ui/components/button'
import { useEffect, useState } from 'react'

export interface ResendButtonProps {
  /** Milliseconds of the page's stopwatch; undefined when no code was sent yet. */
  readonly resendAfter: number | undefined
  readonly busy: string | undefined
  readonly onPress: () => void
}

/** Asks for a code; counts down in words before another one may be asked for. */
export function ResendButton({ resendAfter, busy, onPress }: ResendButtonProps) {
  const [now, setNow] = useState(() => performance.now())
  const left = resendAfter === undefined ? 0 : Math.max(0, Math.ceil((resendAfter - now) / 1000))
  const isWaiting = left > 0
  useEffect(() => {
    if (resendAfter === undefined) return undefined
    const renew = (): void => setNow(performance.now())
    renew()
    const timer = setInterval(renew, 1000)
    return () => clearInterval(timer)
  }, [resendAfter])
  const word = resendAfter === undefined ? '获取短信验证码' : '重新获取验证码'
  return (
    <Button busy={busy} isDisabled={isWaiting} onClick={onPress}>
      {isWaiting ? `${left} 秒后可重新获取` : word}
    </Button>
  )
}
