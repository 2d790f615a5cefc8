import type { Refusal } from '@xingtan/contract/problem'
import type { CorrectionField, ServiceKind, ServiceState } from '@xingtan/contract/service'

const WAIT_HOURS = 72
const HOUR_MS = 3_600_000

/** The instant a recovery takes effect: 72 hours in which whoever holds the old phone can object (S-018). */
export function effectiveInstant(openedAt: Date): Date {
  return new Date(openedAt.getTime() + WAIT_HOURS * HOUR_MS)
}

/** Whether a recovery is to be carried out now: still waiting, and its 72 hours are over to the instant (S-018). */
export function isRecoveryDue(
  request: { readonly state: ServiceState; readonly effectiveAt: Date | null },
  now: Date,
): boolean {
  return request.state === 'waiting' && request.effectiveAt !== null && now >= request.effectiveAt
}

interface Answer {
  readonly outcome: 'done' | 'declined'
  readonly ethnicGroup: string | null
}

/** Reasons why a correction cannot be answered so (个人信息保护法 art. 46, PRO-10). */
export function refuseAnswer(
  request: { readonly kind: ServiceKind; readonly state: ServiceState; readonly field: CorrectionField | null },
  { outcome, ethnicGroup }: Answer,
): Refusal[] {
  if (request.kind !== 'data-correction') return [{ code: 'service.not-correction' }]
  if (request.state !== 'waiting') return [{ code: 'service.closed' }]
  const needsGroup = request.field === 'ethnic-group' && outcome === 'done'
  return needsGroup && ethnicGroup === null ? [{ code: 'service.ethnic-group-needed', field: 'ethnicGroup' }] : []
}
