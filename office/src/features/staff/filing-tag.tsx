import { FILING_STATE_TITLES, type FilingState } from '@xingtan/contract/office/staff'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const TONES: Readonly<Record<FilingState, Tone>> = {
  waiting: 'wait',
  filed: 'ok',
  later: 'info',
  returned: 'act',
  expired: 'stop',
  left: 'neutral',
}

/** Where the 备案 of a person stands. */
export function FilingTag({ state }: { readonly state: FilingState }) {
  return <StatusTag tone={TONES[state]}>{FILING_STATE_TITLES[state]}</StatusTag>
}
