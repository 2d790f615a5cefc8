import { APPLICATION_STATUS_TITLES, type ApplicationStatus } from '@xingtan/contract/application'
import { CASE_STAGE_TITLES, type CaseStage } from '@xingtan/contract/office/case'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'

const TONES: Readonly<Record<ApplicationStatus, Tone>> = {
  'awaiting-confirmation': 'act',
  'confirmation-refused': 'stop',
  'awaiting-approval': 'wait',
  recognised: 'ok',
  'not-recognised': 'stop',
}

interface CaseStatusProps {
  readonly status: ApplicationStatus
  readonly stage: CaseStage
}

/** The official 认定状态, and beside it where the case stands inside the office when that says more. */
export function CaseStatus({ status, stage }: CaseStatusProps) {
  return (
    <span className="case-status">
      <StatusTag tone={TONES[status]}>{APPLICATION_STATUS_TITLES[status]}</StatusTag>
      {status === 'awaiting-approval' && <span className="quiet">{CASE_STAGE_TITLES[stage]}</span>}
    </span>
  )
}
