import type { NoticeContent } from '@xingtan/contract/office/notice'
import { shanghaiDay, shanghaiInstant, shanghaiTime } from '@xingtan/domain/shanghai-time'

/** What stands in the fields; times as typed, `2027-06-01T09:00` in Shanghai, empty for none. */
export interface NoticeDraft {
  readonly title: string
  readonly body: string
  readonly business: NoticeContent['business']
  readonly regionCode: string
  readonly isPinned: boolean
  readonly publishedAt: string
  readonly takenDownAt: string
  readonly attachmentIds: readonly string[]
  readonly overrideReason: string
}

export function emptyDraft(regionCode: string): NoticeDraft {
  return {
    title: '',
    body: '',
    business: 'recognition',
    regionCode,
    isPinned: false,
    publishedAt: '',
    takenDownAt: '',
    attachmentIds: [],
    overrideReason: '',
  }
}

function toTyped(instant: string | null): string {
  if (instant === null) return ''
  const at = new Date(instant)
  return `${shanghaiDay(at)}T${shanghaiTime(at)}`
}

export function draftOf(content: NoticeContent): NoticeDraft {
  const { publishedAt, takenDownAt, overrideReason, ...same } = content
  const window = { publishedAt: toTyped(publishedAt), takenDownAt: toTyped(takenDownAt) }
  return { ...same, ...window, overrideReason: overrideReason ?? '' }
}

function toInstant(typed: string): string | null {
  if (typed === '') return null
  return shanghaiInstant(typed.slice(0, 10), typed.slice(11)).toISOString()
}

/** The input a draft stands for; the schema says what is missing. */
export function contentOf(draft: NoticeDraft): NoticeContent {
  const { publishedAt, takenDownAt, overrideReason, attachmentIds, ...same } = draft
  const reason = overrideReason.trim()
  return {
    ...same,
    attachmentIds: [...attachmentIds],
    publishedAt: toInstant(publishedAt),
    takenDownAt: toInstant(takenDownAt),
    overrideReason: reason === '' ? null : reason,
  }
}
