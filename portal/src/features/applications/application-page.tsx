import './applications.css'
import { type ApplicationView, getApplicationEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { CopyText } from '@xingtan/ui/components/copy-text'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatDay, formatInstant, formatWindow } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { ApplicationStatusTag } from '../../application-status-tag.tsx'
import { paths } from '../../paths.ts'
import { RequireSession } from '../../session/require-session.tsx'
import { CaseActions } from './case-actions.tsx'
import { CaseDetails } from './case-details.tsx'
import { CaseTimeline } from './case-timeline.tsx'
import { MaterialsList } from './materials-list.tsx'
import { MessagesPanel } from './messages-panel.tsx'
import { OnlinePanel } from './online-panel.tsx'
import { RefusalPanel } from './refusal-panel.tsx'

const TITLE = '认定报名信息'

/** Sent back: what has to be changed, and until when it may be (CNF-4). */
function Granted({ granted }: Pick<ApplicationView, 'granted'>) {
  if (granted === null) return null
  return (
    <Notice tone="act" title="需要您处理">
      {granted.note !== null && <p>{granted.note}</p>}
      <p>
        {granted.isOver
          ? `处理期限已于${formatDay(granted.dueOn)}结束，请尽快联系确认点。`
          : `请在${formatDay(granted.dueOn)}前处理；需要修改报名信息的，修改后请重新提交。`}
      </p>
    </Notice>
  )
}

function Certificate({ certificate }: Pick<ApplicationView, 'certificate'>) {
  if (certificate === null) return null
  return (
    <Panel title="教师资格证书">
      <p className="secondary">证书号码</p>
      <p className="case-number">
        <CopyText text={certificate.number} name="证书号码" isLarge />
      </p>
      <p className="secondary">{formatDay(certificate.issuedOn)} 发证</p>
      <div className="button-row">
        <LinkButton to={paths.certificates} kind="secondary">
          证书查询
        </LinkButton>
      </div>
    </Panel>
  )
}

function Case({ application }: { readonly application: ApplicationView }) {
  const { status, withdrawn } = application
  const isToConfirm = status === 'awaiting-confirmation' && !withdrawn
  return (
    <>
      <PageTitle
        title={`${QUALIFICATION_TITLES[application.qualificationType]}（${application.subjectName}）`}
        aside={withdrawn ? <StatusTag tone="neutral">已撤回</StatusTag> : <ApplicationStatusTag status={status} />}
        lead={application.sentence}
      />
      <div className="case">
        <div className="case-main">
          <Certificate certificate={application.certificate} />
          <RefusalPanel application={application} />
          <Granted granted={application.granted} />
          {isToConfirm && <OnlinePanel applicationId={application.applicationId} />}
          <MessagesPanel application={application} />
          <Panel title="办理进度">
            <CaseTimeline timeline={application.timeline} />
          </Panel>
          {isToConfirm && application.materials.length > 0 && (
            <Panel title="确认时携带">
              <MaterialsList materials={application.materials} />
            </Panel>
          )}
          <CaseDetails application={application} />
        </div>
        <div className="case-side">
          <Panel title="报名信息">
            <DefinitionList
              facts={[
                { term: '报名号', value: <CopyText text={application.registrationNumber} name="报名号" /> },
                ...(application.formerAgencyName === null
                  ? [{ term: '认定机构', value: application.agencyName }]
                  : [
                      { term: '现承办机构', value: application.agencyName },
                      { term: '报名时选择的机构', value: application.formerAgencyName },
                    ]),
                { term: '确认点', value: `${application.pointName}，${application.pointAddress}` },
                { term: '确认时间', value: formatWindow(application.confirmFrom, application.confirmTo) },
                { term: '提交时间', value: formatInstant(application.submittedAt) },
              ]}
            />
          </Panel>
          {isToConfirm && (
            <p className="no-print">
              <LinkButton to={paths.appointment(application.applicationId)}>预约现场确认、查看排号</LinkButton>
            </p>
          )}
          <DecisionLink application={application} />
          <div className="no-print">
            <CaseActions application={application} />
          </div>
          <p className="no-print">
            <Link to={paths.applications}>返回查询报名信息</Link>
          </p>
        </div>
      </div>
    </>
  )
}

const WORDS_BY_CONCLUSION: ReadonlyMap<ApplicationView['status'], string> = new Map([
  ['recognised', '下载决定书、评价服务'],
  ['not-recognised', '下载决定书、申请复查'],
])

/** The way to 决定书、复查和评价: after a conclusion, and to what was answered while it is taken back. */
function DecisionLink({ application }: { readonly application: ApplicationView }) {
  const { status, withdrawn, askedForReview, applicationId } = application
  const words = WORDS_BY_CONCLUSION.get(status) ?? (askedForReview ? '查看复查结果' : undefined)
  if (withdrawn || words === undefined) return null
  return (
    <p className="no-print">
      <LinkButton to={paths.decision(applicationId)}>{words}</LinkButton>
    </p>
  )
}

function LoadedCase({ applicationId }: { readonly applicationId: string }) {
  const query = useEndpoint(getApplicationEndpoint, { applicationId })
  if (query.data !== undefined) return <Case application={query.data} />
  return (
    <>
      <PageTitle title={TITLE} />
      <QueryState query={query} skeletonLines={10}>
        {() => null}
      </QueryState>
    </>
  )
}

/** One case of one's own: what happened, who acts now, what was handed in, and what can be done (APP-9, APP-10). */
export function ApplicationPage() {
  const { applicationId = '' } = useParams()
  return <RequireSession title={TITLE}>{() => <LoadedCase applicationId={applicationId} />}</RequireSession>
}
