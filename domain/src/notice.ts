import type { AgencyLevel } from '@xingtan/contract/agency-reference'
import type { NoticeState } from '@xingtan/contract/office/notice'
import type { Refusal } from '@xingtan/contract/problem'

/** When an announcement is out: half-open, from the one to before the other; null has no end, or begins at once. */
export interface NoticeWindow {
  readonly publishedAt: Date | null
  readonly takenDownAt: Date | null
}

/** Reasons why these days cannot be: it would end before it begins, or has ended already (PUB-5, I-16). */
export function refuseNoticeWindow({ publishedAt, takenDownAt }: NoticeWindow, now: Date): Refusal[] {
  if (takenDownAt === null) return []
  const from = publishedAt === null || publishedAt < now ? now : publishedAt
  return takenDownAt > from ? [] : [{ code: 'notice.window', field: 'takenDownAt' }]
}

/** Only an office of a province or the nation lets a text pass that names the system, for a stated reason (S-040). */
export function mayOverrideCheck(level: AgencyLevel): boolean {
  return level === 'province' || level === 'nation'
}

export interface NoticeStanding {
  readonly versionState: 'draft' | 'submitted' | 'returned' | 'approved'
  readonly publishedAt: Date | null
  readonly takenDownAt: Date | null
  readonly withdrawnAt: Date | null
}

/** Where an announcement stands at a moment; its end instant is outside (PUB-5, I-16). */
export function noticeStateOf(standing: NoticeStanding, now: Date): NoticeState {
  if (standing.versionState !== 'approved') return standing.versionState
  if (standing.withdrawnAt !== null) return 'withdrawn'
  if (standing.takenDownAt !== null && standing.takenDownAt <= now) return 'over'
  return standing.publishedAt !== null && standing.publishedAt > now ? 'scheduled' : 'out'
}
