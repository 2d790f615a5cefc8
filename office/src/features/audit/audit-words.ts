import {
  AUDIT_ACTOR_TITLES,
  AUDIT_MODULE_TITLES,
  type AuditOutcome,
  type AuditRow,
} from '@xingtan/contract/office/audit'
import type { Tone } from '@xingtan/ui/components/status-tag'

export const OUTCOME_TONES: Readonly<Record<AuditOutcome, Tone>> = {
  done: 'ok',
  read: 'info',
  refused: 'warn',
  denied: 'stop',
}

/** What an event belongs to, in Chinese. */
export function moduleOf(event: string): string {
  return AUDIT_MODULE_TITLES[event.split('.')[0] ?? ''] ?? '其他'
}

/** Who did it. */
export function actorOf({ actorKind, actorName }: Pick<AuditRow, 'actorKind' | 'actorName'>): string {
  return actorName ?? AUDIT_ACTOR_TITLES[actorKind]
}
