import { useQueryClient } from '@tanstack/react-query'
import { getMeEndpoint, signOutEndpoint } from '@xingtan/contract/account'
import { Button } from '@xingtan/ui/components/button'
import { Dialog } from '@xingtan/ui/components/dialog'
import { formatTime } from '@xingtan/ui/date-format'
import { call } from '@xingtan/ui/call'
import { useEffect, useRef, useState, useSyncExternalStore } from 'react'
import { lastActivity, ownNow, subscribeActivity } from './activity.ts'
import { sessionEnd, WARN_BEFORE_MS } from '@xingtan/ui/session-end'
import type { SignedIn } from './require-session.tsx'

/** Somebody who types or reads on without any call of the page is not idle; the server hears of it now and then. */
const REPORT_AFTER_MS = 5 * 60_000

function useSecondClock(): number {
  const [now, setNow] = useState(() => ownNow())
  useEffect(() => {
    const timer = setInterval(() => setNow(ownNow()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

function useReportPresence(renew: () => void): void {
  useEffect(() => {
    const report = (): void => {
      if (ownNow() - lastActivity() > REPORT_AFTER_MS) renew()
    }
    document.addEventListener('keydown', report)
    document.addEventListener('pointerdown', report)
    return () => {
      document.removeEventListener('keydown', report)
      document.removeEventListener('pointerdown', report)
    }
  }, [renew])
}

interface WarningTextProps {
  readonly isFinal: boolean
  readonly endsAt: string
  readonly secondsLeft: number
  readonly onKeep: () => void
}

function WarningText({ isFinal, endsAt, secondsLeft, onKeep }: WarningTextProps) {
  const row = useRef<HTMLDivElement>(null)
  useEffect(() => {
    // After the dialog has opened, which puts the focus on its first control.
    const frame = requestAnimationFrame(() => row.current?.querySelector('button')?.focus())
    return () => cancelAnimationFrame(frame)
  }, [])
  return (
    <>
      {isFinal ? (
        <p>
          本次登录将在 {formatTime(endsAt)} 结束，还剩 {secondsLeft} 秒。已自动保存的内容不会丢失，之后请重新登录。
        </p>
      ) : (
        <p>您已有一段时间没有操作。为保护您的信息，{secondsLeft} 秒后将自动退出登录。按回车键可以继续使用。</p>
      )}
      <div className="button-row" ref={row}>
        <Button kind="primary" onClick={onKeep}>
          {isFinal ? '知道了' : '继续使用'}
        </Button>
      </div>
    </>
  )
}

interface WarningProps {
  readonly person: SignedIn
  /** When `person` was heard from the server, in milliseconds of this computer's clock. */
  readonly heardAt: number
}

/** Says two minutes before the session ends that it will, and lets one key keep it (WCAG 2.2.1, S-022). */
export function SessionEndWarning({ person, heardAt }: WarningProps) {
  const now = useSecondClock()
  const lastActivityAt = useSyncExternalStore(subscribeActivity, lastActivity)
  const queryClient = useQueryClient()
  const [dismissedEnd, setDismissedEnd] = useState(0)
  const end = sessionEnd({ ...person, heardAt, lastActivityAt })
  const secondsLeft = Math.max(0, Math.ceil((end.at - now) / 1000))
  const isOver = secondsLeft === 0
  const isWarning = end.at - now <= WARN_BEFORE_MS && dismissedEnd !== end.at && !isOver
  const [renew] = useState(() => () => void queryClient.invalidateQueries({ queryKey: [getMeEndpoint.name] }))
  useReportPresence(renew)
  useEffect(() => {
    if (!isOver) return
    // The server may count a minute more: it is told, so that nobody finds an open session at this computer.
    call(signOutEndpoint, {}).then(renew, renew)
  }, [isOver, renew])
  const keep = (): void => {
    if (end.isFinal) setDismissedEnd(end.at)
    else renew()
  }
  return (
    <Dialog title="登录即将结束" isOpen={isWarning} onClose={() => isWarning && keep()}>
      <WarningText isFinal={end.isFinal} endsAt={person.endsAt} secondsLeft={secondsLeft} onKeep={keep} />
    </Dialog>
  )
}
