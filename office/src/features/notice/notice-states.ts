import type { NoticeState } from '@xingtan/contract/office/notice'
import type { Tone } from '@xingtan/ui/components/status-tag'

/** Tones of the states; the word always stands beside. */
export const NOTICE_TONES: Readonly<Record<NoticeState, Tone>> = {
  draft: 'neutral',
  submitted: 'wait',
  returned: 'stop',
  scheduled: 'wait',
  out: 'ok',
  over: 'neutral',
  withdrawn: 'stop',
}
