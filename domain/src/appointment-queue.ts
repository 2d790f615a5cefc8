import type { TicketKind } from '@xingtan/contract/office/appointment'

/** How a person stands in the line: let in first, booked and before the end of the slot, booked but late, or neither. */
export function decideTicketKind(
  slotEndsAt: Date | null,
  { now, isPriority }: { readonly now: Date; readonly isPriority: boolean },
): TicketKind {
  if (isPriority) return 'priority'
  if (slotEndsAt === null) return 'walk-in'
  return now < slotEndsAt ? 'booked' : 'late'
}

export interface WaitingTicket {
  readonly number: number
  readonly kind: TicketKind
  readonly slotStartsAt: Date | null
  readonly queuedAt: Date
}

function rankOf({ kind, slotStartsAt }: WaitingTicket, now: Date): number {
  if (kind === 'priority') return 0
  if (kind !== 'booked') return 2
  return slotStartsAt !== null && slotStartsAt <= now ? 1 : 3
}

function timeOf({ kind, slotStartsAt, queuedAt }: WaitingTicket): number {
  return kind === 'booked' && slotStartsAt !== null ? slotStartsAt.getTime() : queuedAt.getTime()
}

/**
 * The line in the order of calling: 老弱孕残 first, then the booked whose slot has begun by slot, then late comers and
 * people without a booking as they came, then the booked who are early. Equal ones by number. Seed 002 二（二）: 分时错峰.
 */
export function orderQueue<Ticket extends WaitingTicket>(tickets: readonly Ticket[], now: Date): Ticket[] {
  return tickets.toSorted((a, b) => rankOf(a, now) - rankOf(b, now) || timeOf(a) - timeOf(b) || a.number - b.number)
}
