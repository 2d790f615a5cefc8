import type { CallScreen } from '@xingtan/contract/office/appointment'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEffect, useState } from 'react'
import { ringChime } from './ring-chime.ts'
import { useCallScreen } from './use-call-screen.ts'
import './call-screen.css'

/**
 * The screen of the waiting room: called numbers, desks, masked names, readable from afar. It needs nobody: a lost
 * connection is said and tried again for as long as the day lasts, the last numbers stay in sight.
 */
export function CallScreenPage() {
  const [token] = useState(() => location.hash.slice(1))
  const { screen, isOver, isLost } = useCallScreen(token)
  const [hasChime, setHasChime] = useState(false)
  const [first] = screen?.called ?? []
  const callKey = first === undefined ? '' : `${first.number}-${first.calls}`
  useEffect(() => {
    if (hasChime && callKey !== '') ringChime()
  }, [hasChime, callKey])
  return (
    <main className="screen">
      <h1>{screen?.pointName ?? '叫号屏'}</h1>
      {isOver && <p className="screen-note">叫号屏的链接已经失效，请工作人员在排队叫号中重新打开。</p>}
      {isLost && !isOver && (
        <output className="screen-note">网络中断，正在重新连接。下面是最后收到的号码，请以窗口叫号为准。</output>
      )}
      {!isOver && screen !== undefined && <Board screen={screen} />}
      <footer className="screen-foot">
        {screen !== undefined && <span>{formatInstant(screen.now)}</span>}
        <label>
          <input type="checkbox" checked={hasChime} onChange={(event) => setHasChime(event.target.checked)} />{' '}
          叫号提示音
        </label>
      </footer>
    </main>
  )
}

function Board({ screen }: { readonly screen: CallScreen }) {
  return (
    <>
      <ul className="screen-called" aria-live="polite" aria-label="正在叫号">
        {screen.called.slice(0, 6).map((one, index) => (
          <li key={one.number} className={index === 0 ? 'screen-first' : undefined}>
            <span className="screen-number">{one.number} 号</span>
            <span>{one.maskedName}</span>
            <span>请到 {one.desk} 号窗口</span>
          </li>
        ))}
        {screen.called.length === 0 && <li>请等候叫号</li>}
      </ul>
      <p className="screen-next">
        等候 {screen.waiting} 人
        {screen.next.length > 0 && `，接下来：${screen.next.map((number) => `${number} 号`).join('、')}`}
      </p>
      {screen.skipped.length > 0 && (
        <p className="screen-next">过号请到导办台：{screen.skipped.map((number) => `${number} 号`).join('、')}</p>
      )}
    </>
  )
}
