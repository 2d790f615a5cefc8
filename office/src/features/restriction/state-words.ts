import type { RestrictionState } from '@xingtan/contract/office/restriction'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** Colour and symbol of each state; the word itself comes from the contract. */
export const STATE_TONES: Readonly<Record<RestrictionState, Tone>> = {
  pending: 'wait',
  effective: 'stop',
  returned: 'warn',
  void: 'neutral',
  done: 'neutral',
}

/** `2029-09-30`, or 终身. */
export function endWords(endsOn: string | null): string {
  return endsOn ?? '终身'
}
