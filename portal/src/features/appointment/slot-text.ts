import { dayOf, formatDay, formatTime } from '@xingtan/ui/date-format'

interface Times {
  readonly startsAt: string
  readonly endsAt: string
}

/** `09:00—09:30` */
export function timesText({ startsAt, endsAt }: Times): string {
  return `${formatTime(startsAt)}—${formatTime(endsAt)}`
}

/** `2026年10月13日 09:00—09:30` */
export function slotText(times: Times): string {
  return `${formatDay(dayOf(times.startsAt))} ${timesText(times)}`
}
