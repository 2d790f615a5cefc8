import { type CalendarEntry, renderCalendarFile } from '@xingtan/contract/calendar-file'
import { Button, type ButtonKind } from './button.tsx'

export interface CalendarButtonProps {
  readonly entry: CalendarEntry
  readonly label: string
  readonly kind?: ButtonKind
}

function download(entry: CalendarEntry): void {
  const url = URL.createObjectURL(new Blob([renderCalendarFile(entry)], { type: 'text/calendar' }))
  const link = document.createElement('a')
  link.href = url
  link.download = `${entry.title}.ics`
  link.click()
  // The browser reads the address after the click has been handled.
  setTimeout(() => URL.revokeObjectURL(url), 10_000)
}

/** Hands the person a calendar file that reminds them a day before; no account and no message is needed for it. */
export function CalendarButton({ entry, label, kind = 'secondary' }: CalendarButtonProps) {
  return (
    <Button kind={kind} onClick={() => download(entry)}>
      {label}
    </Button>
  )
}
