import type { VettingKind } from '@xingtan/domain/case-vetting'
import { addDays } from '@xingtan/domain/calendar-day'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import type { Tx } from '../../platform/db.ts'
import type { PolicyBook } from '../policy/index.ts'

const MAX_AGES = { crime: 'vetting.crime-max-age-days', offence: 'vetting.offence-max-age-days' } as const

/** Days an answer of this kind is good for, as of today. */
export function maxAgeDaysOf(tx: Tx, book: PolicyBook, kind: VettingKind): number {
  return book.resolve(MAX_AGES[kind], tx.today).value
}

/** Answers of earlier days than this are too old today (S-155). */
export function freshSince(tx: Tx, book: PolicyBook, kind: VettingKind): Date {
  return shanghaiInstant(addDays(tx.today, -maxAgeDaysOf(tx, book, kind)), '00:00')
}
