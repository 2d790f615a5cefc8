import './applications.css'
import { type ApplicationView, getApplicationEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { Button } from '@xingtan/ui/components/button'
import { CalendarButton } from '@xingtan/ui/components/calendar-button'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { Stepper } from '@xingtan/ui/components/stepper'
import { formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { useParams } from 'react-router'
import { WIZARD_STEPS } from '../../application-steps.ts'
import { paths } from '../../paths.ts'
import { RequireSession, type SignedIn } from '../../session/require-session.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { OnlinePanel } from './online-panel.tsx'
import { groupNumber } from './group-number.ts'
import { MaterialsList } from './materials-list.tsx'

const STEPS = WIZARD_STEPS.map(({ id, title }) => ({ id, title, state: 'done' as const }))

function Receipt({ application }: { readonly application: ApplicationView }) {
  const { registrationNumber, pointName, pointAddress, pointHours, confirmFrom, confirmTo } = application
  return (
    <dl className="receipt">
      <div>
        <dt>报名号</dt>
        <dd>
          <CopyText text={groupNumber(registrationNumber)} copied={registrationNumber} name="报名号" isLarge />
        </dd>
      </div>
      <div>
        <dt>确认点</dt>
        <dd>{pointName}</dd>
        <dd className="receipt-detail">{pointAddress}</dd>
      </div>
      <div>
        <dt>确认时间</dt>
        <dd>{formatWindow(confirmFrom, confirmTo)}</dd>
        <dd className="receipt-detail">{pointHours}</dd>
      </div>
    </dl>
  )
}

function Reminder({ application, now }: { readonly application: ApplicationView; readonly now: string }) {
  const { applicationId, pointName, pointAddress, registrationNumber } = application
  return (
    <div className="reminder-main">
      <PageTitle
        title="申报提醒"
        lead={`${QUALIFICATION_TITLES[application.qualificationType]}（${application.subjectName}），${application.agencyName}`}
      />
      <Notice tone="ok" title="报名成功">
        请记录报名号、确认点和确认时间。三项信息与您的选择不一致的，请在“查询报名信息”中修改。
      </Notice>
      <Receipt application={application} />
      <div className="button-row no-print">
        <CalendarButton
          label="把确认时间加入日历"
          entry={{
            uid: `confirm-${applicationId}`,
            title: '教师资格认定现场确认',
            startsAt: application.confirmFrom,
            endsAt: application.confirmTo,
            madeAt: now,
            place: `${pointName}，${pointAddress}`,
            text: `报名号 ${registrationNumber}。${application.pointHours}`,
          }}
        />
        <Button onClick={() => globalThis.print()}>打印本页</Button>
      </div>
      {application.status === 'awaiting-confirmation' && <OnlinePanel applicationId={applicationId} />}
      <Panel title="接下来">
        <CaseTimeline timeline={application.timeline.filter(({ state }) => state !== 'done')} />
      </Panel>
      <Panel title="确认时携带">
        <MaterialsList materials={application.materials} />
      </Panel>
      <div className="button-row no-print">
        <LinkButton to={paths.application(applicationId)}>查看报名信息和进度</LinkButton>
        <LinkButton to={paths.business} kind="secondary">
          返回业务平台
        </LinkButton>
      </div>
    </div>
  )
}

function LoadedReminder({ applicationId, me }: { readonly applicationId: string; readonly me: SignedIn }) {
  const query = useEndpoint(getApplicationEndpoint, { applicationId })
  if (query.data !== undefined) {
    return (
      <div className="reminder">
        <Stepper label="报名步骤" steps={STEPS} currentId="reminder" />
        <Reminder application={query.data} now={me.now} />
      </div>
    )
  }
  return (
    <>
      <PageTitle title="申报提醒" />
      <QueryState query={query} skeletonLines={10}>
        {() => null}
      </QueryState>
    </>
  )
}

/** Step 8 申报提醒: 报名号, 确认点 and 确认时间 together; only with them is it a success (APP-7). */
export function ReminderPage() {
  const { applicationId = '' } = useParams()
  return (
    <RequireSession title="申报提醒">{(me) => <LoadedReminder applicationId={applicationId} me={me} />}</RequireSession>
  )
}
