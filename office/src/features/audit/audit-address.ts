import { AuditFilter, AuditOutcome } from '@xingtan/contract/office/audit'

/** The fields of the search form, as they stand in the address. Days are those of Shanghai. */
export interface AuditValues {
  readonly from: string
  readonly to: string
  readonly actor: string
  readonly agencyCode: string
  readonly event: string
  readonly object: string
  readonly outcome: string
}

export const AUDIT_FIELDS = ['from', 'to', 'actor', 'agencyCode', 'event', 'object', 'outcome'] as const

/** What the address says; what is not there is empty. */
export function readValues(search: URLSearchParams): AuditValues {
  const of = (name: string) => search.get(name) ?? ''
  return {
    from: of('from'),
    to: of('to'),
    actor: of('actor'),
    agencyCode: of('agencyCode'),
    event: of('event'),
    object: of('object'),
    outcome: of('outcome'),
  }
}

/** Midnight of a day in Shanghai, in UTC; the end of a range is the beginning of the day after. */
function instantOf(day: string, dayCount: 0 | 1): string | undefined {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined
  const midnight = new Date(`${day}T00:00:00+08:00`).getTime()
  return Number.isNaN(midnight) ? undefined : new Date(midnight + dayCount * 86_400_000).toISOString()
}

/** The question the values ask, or undefined when a value is no good. */
export function toFilter(values: AuditValues): AuditFilter | undefined {
  const from = instantOf(values.from, 0)
  const to = instantOf(values.to, 1)
  const outcome = AuditOutcome.safeParse(values.outcome)
  const parsed = AuditFilter.safeParse({
    ...(from !== undefined && { from }),
    ...(to !== undefined && { to }),
    ...(values.actor !== '' && { actor: values.actor }),
    ...(values.agencyCode !== '' && { agencyCode: values.agencyCode }),
    ...(values.event !== '' && { event: values.event }),
    ...(values.object !== '' && { object: values.object }),
    ...(outcome.success && { outcome: outcome.data }),
  })
  return parsed.success ? parsed.data : undefined
}

/** The address of a search. */
export function addressOf(values: AuditValues): string {
  const search = new URLSearchParams()
  for (const name of AUDIT_FIELDS) if (values[name].trim() !== '') search.set(name, values[name].trim())
  const text = search.toString()
  return text === '' ? '/audit' : `/audit?${text}`
}
