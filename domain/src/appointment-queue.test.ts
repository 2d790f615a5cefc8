import { describe, expect, test } from 'vitest'
import { decideTicketKind, orderQueue } from './appointment-queue.ts'

const at = (text: string) => new Date(`2026-10-12T${text}+08:00`)

describe('kind of a number', () => {
  test.each([
    ['nobody booked', null, '09:00:00', 'walk-in'],
    ['early', '10:00:00', '08:00:00', 'booked'],
    ['a moment before the slot ends', '10:00:00', '09:59:59', 'booked'],
    ['at its end', '10:00:00', '10:00:00', 'late'],
  ])('%s', (_words, ends, now, kind) => {
    expect(decideTicketKind(ends === null ? null : at(ends), { now: at(now), isPriority: false })).toBe(kind)
    expect(decideTicketKind(ends === null ? null : at(ends), { now: at(now), isPriority: true })).toBe('priority')
  })
})

describe('order of calling (CNF-1)', () => {
  const ticket = (number: number, kind: 'booked' | 'late' | 'walk-in' | 'priority', slot: string | null = null) => ({
    number,
    kind,
    slotStartsAt: slot === null ? null : at(slot),
    queuedAt: at(`08:${String(number).padStart(2, '0')}:00`),
  })
  const numbers = (now: string, ...tickets: ReturnType<typeof ticket>[]) =>
    orderQueue(tickets, at(now)).map(({ number }) => number)

  test('priority, begun slots, then the others as they came, then the early ones', () => {
    const line = [
      ticket(1, 'walk-in'),
      ticket(2, 'booked', '10:00:00'),
      ticket(3, 'booked', '09:00:00'),
      ticket(4, 'late', '08:00:00'),
      ticket(5, 'priority'),
      ticket(6, 'booked', '09:00:00'),
    ]
    expect(numbers('09:30:00', ...line)).toEqual([5, 3, 6, 1, 4, 2])
    expect(numbers('10:00:00', ...line)).toEqual([5, 3, 6, 2, 1, 4])
    expect(numbers('09:59:59', ...line)).toEqual([5, 3, 6, 1, 4, 2])
  })

  test('a number put back into the line comes behind those who waited', () => {
    const back = { ...ticket(1, 'late'), queuedAt: at('08:30:00') }
    expect(orderQueue([back, ticket(2, 'walk-in')], at('09:00:00')).map(({ number }) => number)).toEqual([2, 1])
  })

  test('a booked number without a slot waits behind', () => {
    expect(numbers('09:00:00', ticket(1, 'booked'), ticket(2, 'walk-in'))).toEqual([2, 1])
  })
})
