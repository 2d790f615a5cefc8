import type { PolicyValues } from '@xingtan/contract/policy'

/** One earlier application of the person, at any agency of the nation. Legal days, Asia/Shanghai. */
export interface EarlierApplication {
  readonly appliedOn: string
  /** Day of 认定通过, `null` while undecided and after 认定未通过. */
  readonly passedOn: string | null
  readonly isWithdrawn: boolean
}

/** The day that makes an application count for its year, `null` when it does not count. */
function countedOn(earlier: EarlierApplication, countOn: PolicyValues['application.count-on']): string | null {
  if (countOn === 'PASS') return earlier.passedOn
  return earlier.isWithdrawn ? null : earlier.appliedOn
}

/**
 * First day on which the person may be recognised again, 1 January; `undefined` when the year is still free.
 * One person, one recognition in a calendar year, nationwide (APP-12, case 9). Whether the application (`APPLY`; a
 * withdrawn one does not count) or the success (`PASS`) uses the year up is a policy value, since notices differ.
 * 教人〔2001〕4号.
 */
export function findNextRecognitionDay(
  history: readonly EarlierApplication[],
  day: string,
  countOn: PolicyValues['application.count-on'],
): string | undefined {
  const year = day.slice(0, 4)
  const isUsedUp = history.some((earlier) => countedOn(earlier, countOn)?.startsWith(year) === true)
  return isUsedUp ? `${Number(year) + 1}-01-01` : undefined
}
