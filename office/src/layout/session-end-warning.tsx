import { useQueryClient } from '@tanstack/react-query'
import { getWorkEndpoint } from '@xingtan/contract/office/case'
import { getOfficerEndpoint } from '@xingtan/contract/office/session'
import { formatTime } from '@xingtan/ui/date-format'
import { endpointQuery } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { Dialog } from '../components/dialog.tsx'
import { lastActivity, subscribeActivity } from '../session/activity.ts'
import { leaveEndNotice } from '../session/end-notice.ts'
import type { SignedInOfficer } from '../session/officer-context.ts'
import { WARN_BEFORE_MS, sessionEnd } from '@xingtan/ui/session-end'

function useSecondClock(): number {
  const [now, setNow] = useState(() => Date.now())
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), 1000)
    return () => clearInterval(timer)
  }, [])
  return now
}

interface WarningProps {
  readonly officer: SignedInOfficer
  readonly heardAt: number
}

/** Says 90 seconds before the session ends that it will, and lets one key keep it (WCAG 2.2.1). */
export function SessionEndWarning({ officer, heardAt }: WarningProps) {
  const now = useSecondClock()
  const lastActivityAt = useSyncExternalStore(subscribeActivity, lastActivity)
  const queryClient = useQueryClient()
  const [dismissedEnd, setDismissedEnd] = useState(0)
  const end = sessionEnd({ ...officer, heardAt, lastActivityAt })
  const secondsLeft = Math.max(0, Math.ceil((end.at - now) / 1000))
  const isOver = secondsLeft === 0
  useEffect(() => {
    if (!isOver) return
    leaveEndNotice('登录已经结束，请重新登录；登录后会回到刚才的页面。')
    void queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] })
  }, [isOver, queryClient])
  if (end.at - now > WARN_BEFORE_MS || dismissedEnd === end.at) return null
  const keep = () => {
    void queryClient.fetchQuery({ ...endpointQuery(getWorkEndpoint, {}), staleTime: 0 })
    void queryClient.invalidateQueries({ queryKey: [getOfficerEndpoint.name] })
  }
  return (
    <Dialog title="登录即将结束" onClose={() => (end.isFinal ? setDismissedEnd(end.at) : keep())}>
      {end.isFinal ? (
        <p>
          本次登录将在 {formatTime(officer.endsAt)} 结束，还剩 {secondsLeft}{' '}
          秒。请保存正在办理的内容，结束后请重新登录。
        </p>
      ) : (
        <p>您已有一段时间没有操作，{secondsLeft} 秒后将自动退出，未提交的内容会丢失。按回车键可继续使用。</p>
      )}
      <div className="dialog-actions">
        <Button type="primary" data-autofocus onClick={() => (end.isFinal ? setDismissedEnd(end.at) : keep())}>
          {end.isFinal ? '知道了' : '继续使用'}
        </Button>
      </div>
    </Dialog>
  )
}
