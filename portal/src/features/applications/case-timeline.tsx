import type { ApplicationView, TimelineEntry } from '@xingtan/contract/application'
import { Timeline, type TimelineItem } from '@xingtan/ui/components/timeline'
import { formatDay, formatInstant } from '@xingtan/ui/date-format'

const WHO = { done: '办理人', now: '办理单位', next: '办理单位' } as const

function toItem(entry: TimelineEntry, index: number): TimelineItem {
  const { state, title, at, who, due, sentence } = entry
  const when = at === null ? (due === null ? undefined : `最晚 ${formatDay(due)}`) : formatInstant(at)
  return {
    id: String(index),
    kind: state,
    title,
    who: who === null ? undefined : `${WHO[state]}：${who}`,
    when,
    text: sentence ?? undefined,
  }
}

/** Done, now and next of a case: who and by when (APP-9). */
export function CaseTimeline({ timeline }: Pick<ApplicationView, 'timeline'>) {
  return <Timeline items={timeline.map(toItem)} />
}
