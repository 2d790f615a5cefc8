import type { ExamImportState } from '@xingtan/contract/office/exam-bar'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** How the state of a list is coloured; its word stands beside. */
export const STATE_TONES: Readonly<Record<ExamImportState, Tone>> = {
  fetching: 'wait',
  read: 'act',
  pending: 'wait',
  accepted: 'ok',
  returned: 'stop',
  failed: 'neutral',
}
