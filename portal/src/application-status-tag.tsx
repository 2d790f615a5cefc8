import { APPLICATION_STATUS_TITLES, type ApplicationStatus } from '@xingtan/contract/application'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const TONES: Readonly<Record<ApplicationStatus, Tone>> = {
  'awaiting-confirmation': 'act',
  'confirmation-refused': 'stop',
  'awaiting-approval': 'wait',
  recognised: 'ok',
  'not-recognised': 'stop',
}

/** One of the five official 认定状态 (APP-9), with the tone that tells whose turn it is. */
export function ApplicationStatusTag({ status }: { readonly status: ApplicationStatus }) {
  return <StatusTag tone={TONES[status]}>{APPLICATION_STATUS_TITLES[status]}</StatusTag>
}
