import { DatabaseError } from 'pg'

/** Name of the constraint that stopped a statement, if one did: constraints carry the law, callers explain it. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof DatabaseError)) return undefined
  return error.code?.startsWith('23') === true ? error.constraint : undefined
}

const RETRYABLE = new Set(['40001', '40P01'])

/** Serialisation failures and deadlocks: the transaction did nothing and may be tried again. */
export function isRetryable(error: unknown): boolean {
  return error instanceof DatabaseError && RETRYABLE.has(error.code ?? '')
}

const OUTAGE_STATES = new Set(['57P01', '57P02', '57P03', '53300', '53400', '57014', '25P03', '55P03'])
const OUTAGE_CODES = new Set(['ECONNREFUSED', 'ECONNRESET', 'ENOENT', 'EPIPE', 'ETIMEDOUT'])

/** The database is away, starting, full of connections or too slow: the person is asked to come back, nobody dies. */
export function isOutage(error: unknown): boolean {
  if (error instanceof DatabaseError) {
    const code = error.code ?? ''
    return OUTAGE_STATES.has(code) || code.startsWith('08')
  }
  if (!(error instanceof Error)) return false
  if ('code' in error && typeof error.code === 'string' && OUTAGE_CODES.has(error.code)) return true
  return /Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|not queryable/.test(
    error.message,
  )
}
