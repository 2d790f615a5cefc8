import './home.css'
import type { WindowState } from '@xingtan/contract/place'
import { CalendarButton } from '@xingtan/ui/components/calendar-button'
import { Countdown } from '@xingtan/ui/components/countdown'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { paths } from '../../paths.ts'

interface Word {
  readonly tone: Tone
  readonly word: string
}

/** The word for a window at a moment: open, kept shut by maintenance, still to come, over, or not announced. */
export function wordOf(window: WindowState, serverNow: string): Word {
  if (window.open) return { tone: 'ok', word: '正在网上报名' }
  if (window.closedBy === 'maintenance') return { tone: 'warn', word: '系统维护' }
  const now = Date.parse(serverNow)
  if (window.opensAt !== null && now < Date.parse(window.opensAt)) return { tone: 'wait', word: '尚未开始' }
  if (window.closesAt !== null && now >= Date.parse(window.closesAt)) return { tone: 'neutral', word: '本次已结束' }
  return { tone: 'neutral', word: '暂未开放' }
}

export interface WindowStateBlockProps {
  readonly title: string
  /** Which qualifications it is for. */
  readonly detail?: string
  readonly window: WindowState
  readonly serverNow: string
  /** A sentence that stands above already and is not said twice. */
  readonly saidAbove?: string | undefined
}

/** One window: its state as a word, until when, and the one thing to do now. A closed season says what comes and when. */
export function WindowStateBlock({ title, detail, window, serverNow, saidAbove }: WindowStateBlockProps) {
  const { tone, word } = wordOf(window, serverNow)
  const { open, opensAt, closesAt, sentence } = window
  const opensLater = !open && opensAt !== null && Date.parse(serverNow) < Date.parse(opensAt)
  return (
    <section className="window" aria-label={title}>
      <div className="window-head">
        <h3>{title}</h3>
        <StatusTag tone={tone}>{word}</StatusTag>
      </div>
      {detail !== undefined && <p className="secondary">{detail}</p>}
      {open && closesAt !== null && (
        <p className="window-end">
          <span className="window-until">
            <Countdown endsAt={closesAt} serverNow={serverNow} />
          </span>
          <span className="secondary">{formatInstant(closesAt)} 截止</span>
        </p>
      )}
      {opensLater && <p className="window-until">{formatInstant(opensAt)} 开始</p>}
      {!open && sentence !== saidAbove && <p className="secondary">{sentence}</p>}
      <div className="button-row">
        {open && <LinkButton to={paths.apply}>开始认定报名</LinkButton>}
        {opensLater && (
          <CalendarButton
            label="把开始时间加入日历提醒"
            entry={{
              uid: `window-${title}-${opensAt}`,
              title: `${title}：教师资格认定网上报名开始`,
              startsAt: opensAt,
              endsAt: closesAt ?? opensAt,
              madeAt: serverNow,
            }}
          />
        )}
      </div>
    </section>
  )
}
