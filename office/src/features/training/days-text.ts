import { formatDay } from '@xingtan/ui/date-format'

/** One day, or the first and the last. */
export function daysText({ heldFrom, heldTo }: { readonly heldFrom: string; readonly heldTo: string }): string {
  return heldFrom === heldTo ? formatDay(heldFrom) : `${formatDay(heldFrom)} 至 ${formatDay(heldTo)}`
}
