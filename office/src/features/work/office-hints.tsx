import { getChannelSummaryEndpoint } from '@xingtan/contract/office/channel'
import { listOwnNoticesEndpoint } from '@xingtan/contract/office/notice'
import { listTakedownsEndpoint } from '@xingtan/contract/office/notice-takedown'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { whilePresent } from '../../session/presence.ts'
import '../../components/alert-list.css'

interface Hint {
  readonly to: string
  readonly tag: string
  readonly words: string
}

const EVERY_FIVE_MINUTES_MS = 300_000

/** Posts of the channel that wait for one's reading; the auditor leaves no receipts and has no channel. */
function useChannelHints(isReader: boolean): readonly Hint[] {
  const query = useEndpoint(
    getChannelSummaryEndpoint,
    {},
    { enabled: isReader, refetchInterval: () => whilePresent(EVERY_FIVE_MINUTES_MS) },
  )
  const { unread = 0, unconfirmed = 0 } = query.data ?? {}
  if (unconfirmed > 0) {
    return [{ to: '/channel', tag: '待确认', words: `有 ${unconfirmed} 份通知需要您确认已读。` }]
  }
  return unread > 0 ? [{ to: '/channel', tag: '未读', words: `有 ${unread} 份通知您还没有打开。` }] : []
}

/** Announcements of the own agency that wait for a second person (PUB-5). */
function useNoticeHints(isJudge: boolean): readonly Hint[] {
  const query = useEndpoint(
    listOwnNoticesEndpoint,
    { shelf: 'work' },
    { enabled: isJudge, refetchInterval: () => whilePresent(EVERY_FIVE_MINUTES_MS) },
  )
  const waiting = (query.data?.rows ?? []).filter(({ state }) => state === 'submitted')
  return waiting.map(({ noticeId, title, writtenBy }) => ({
    to: `/notices/${noticeId}`,
    tag: '待审核',
    words: `公告“${title}”由${writtenBy}提交，等待另一名工作人员审核。`,
  }))
}

/** A week long an office is told what one above it has taken down. */
const TOLD_MS = 7 * 86_400_000

/** Proposals that wait for a second person, and what an office above has taken down. */
function useTakedownHints(isJudge: boolean, today: string): readonly Hint[] {
  const query = useEndpoint(listTakedownsEndpoint, {}, { enabled: isJudge })
  const since = Date.parse(today) - TOLD_MS
  return (query.data?.rows ?? []).flatMap((row) => {
    if (row.mayDecide) {
      const words = `${row.agencyName}的公告“${row.title}”已提出撤下，等待另一名工作人员审核。`
      return [{ to: '/notices/below', tag: '待审核', words }]
    }
    if (!row.isOwn || row.decidedAt === null || Date.parse(row.decidedAt) < since) return []
    const words = `公告“${row.title}”已由${row.upperName}撤下：${row.reason}`
    return [{ to: `/notices/${row.noticeId}`, tag: '已撤下', words }]
  })
}

/** What waits beside the cases: announcements to let out, posts to read; nothing is shown while there is nothing. */
export function OfficeHints() {
  const officer = useOfficer()
  const channel = useChannelHints(!hasRole(officer, 'audit'))
  const notices = useNoticeHints(hasRole(officer, 'publicity', 'plan'))
  const takedowns = useTakedownHints(hasRole(officer, 'publicity', 'plan'), officer.today)
  const hints = [...notices, ...takedowns, ...channel]
  if (hints.length === 0) return null
  return (
    <section aria-labelledby="office-hints" className="alerts">
      <div className="section-head">
        <h2 id="office-hints">公告和通知</h2>
      </div>
      <ul className="alert-list">
        {hints.map(({ to, tag, words }) => (
          <li key={words}>
            <StatusTag tone="act">{tag}</StatusTag>
            <Link to={to} className="nowrap">
              打开
            </Link>
            <span>{words}</span>
          </li>
        ))}
      </ul>
    </section>
  )
}
