import type { TimelineEntry } from '@xingtan/contract/application'
import { Timeline } from '@xingtan/ui/components/timeline'
import { formatInstantShort } from '@xingtan/ui/date-format'

function whenOf({ at, due }: TimelineEntry): string | undefined {
  if (at !== null) return formatInstantShort(at)
  return due === null ? undefined : `最晚 ${due}`
}

/** What happened to a case or certificate, what happens now, what comes next. */
export function CaseTimeline({ entries }: { readonly entries: readonly TimelineEntry[] }) {
  return (
    <Timeline
      items={entries.map((entry, index) => ({
        id: `${index} ${entry.title}`,
        kind: entry.state,
        title: entry.title,
        who: entry.who ?? undefined,
        when: whenOf(entry),
        text: entry.sentence ?? undefined,
      }))}
    />
  )
}
