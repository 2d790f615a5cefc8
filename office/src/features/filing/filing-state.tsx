import { FILING_STATE_TITLES, type FilingState } from '@xingtan/contract/office/filing'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const TONES: Readonly<Record<FilingState, Tone>> = {
  missing: 'warn',
  draft: 'neutral',
  'handed-in': 'wait',
  returned: 'stop',
  accepted: 'ok',
}

/** Where a filing stands, and whether it is late. */
export function FilingStateTag({ state, isLate }: { readonly state: FilingState; readonly isLate: boolean }) {
  return (
    <span className="filing-state">
      <StatusTag tone={TONES[state]}>{FILING_STATE_TITLES[state]}</StatusTag>
      {isLate && <StatusTag tone="stop">逾期</StatusTag>}
    </span>
  )
}
