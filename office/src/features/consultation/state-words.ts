import { CONSULTATION_STATE_TITLES } from '@xingtan/contract/consultation'
import type { ConsultationRow } from '@xingtan/contract/office/consultation'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** State of an item with its colour: what is late outranks what is being done. */
export function stateOf({ state, isOverdue }: Pick<ConsultationRow, 'state' | 'isOverdue'>): {
  tone: Tone
  word: string
} {
  if (isOverdue) return { tone: 'stop', word: '已逾期' }
  const tones = { received: 'act', working: 'wait', answered: 'ok' } as const
  return { tone: tones[state], word: CONSULTATION_STATE_TITLES[state] }
}
