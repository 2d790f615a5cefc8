import type { ConsultationState } from '@xingtan/contract/consultation'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** Colour and symbol of each state. */
export const STATE_TONES: Readonly<Record<ConsultationState, Tone>> = {
  received: 'wait',
  working: 'wait',
  answered: 'ok',
}
