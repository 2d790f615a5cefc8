/** The one place of the sandbox that reads the clock. */
export interface Clock {
  /** The real instant: signatures, receipts and the inbox use it. */
  readonly now: () => Date
  /** The day the synthetic lives are laid around, 'YYYY-MM-DD' in Asia/Shanghai. */
  readonly today: () => string
}

/** A clock whose legal day may be set apart from the real one, so that a demonstration can play in any season. */
export function createClock(today: string | undefined): Clock {
  const now = () => new Date()
  const format = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', dateStyle: 'short' })
  return { now, today: () => today ?? format.format(now()) }
}
