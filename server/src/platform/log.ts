import pino from 'pino'

export type Log = pino.Logger

/**
 * Structured lines on stdout. Callers log codes, ids and durations; errors are cut to name, code and stack frames,
 * because a message may quote what a person typed (S-124).
 */
export function createLog(role: string, destination?: pino.DestinationStream): Log {
  const options: pino.LoggerOptions = {
    base: { role },
    messageKey: 'event',
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: toSafeError },
  }
  return destination === undefined ? pino(options) : pino(options, destination)
}

function toSafeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { name: typeof error }
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const frames = error.stack
    ?.split('\n')
    .filter((line) => line.startsWith('    at '))
    .slice(0, 12)
  return { name: error.name, code, frames }
}
