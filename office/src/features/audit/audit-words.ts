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

const FAULTS: Readonly<Record<string, string>> = {
  gap: '缺号',
  chain: '与前一条不相连',
  content: '内容与摘要不符',
  mac: '密钥校验不符',
  head: '链尾缺失',
  checkpoint: '与签名检查点不符',
  split: '同一条数有两份不同的检查点',
}

interface Fault {
  readonly lane: number
  readonly seq: number
  readonly what: string
}

/** Where the audit was found broken and how; a fault of a whole checkpoint has no lane. */
export function faultTextOf({ lane, seq, what }: Fault): string {
  const words = FAULTS[what] ?? '校验不符'
  if (lane >= 0) return `第 ${lane} 链第 ${seq} 条（${words}）`
  return what === 'split' ? `${words}（共 ${seq} 条时）` : '签名检查点被改动'
}

/** What an event belongs to, in Chinese. */
export function moduleOf(event: string): string {
  return AUDIT_MODULE_TITLES[event.split('.')[0] ?? ''] ?? '其他'
}

/** Who did it. */
export function actorOf({ actorKind, actorName }: Pick<AuditRow, 'actorKind' | 'actorName'>): string {
  return actorName ?? AUDIT_ACTOR_TITLES[actorKind]
}
