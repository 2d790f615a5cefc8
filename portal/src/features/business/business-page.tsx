import './business.css'
import { type ApplicationSummary, listApplicationsEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { ApplicationStatusTag } from '../../application-status-tag.tsx'
import { paths } from '../../paths.ts'
import { isReady, ReadinessNotice } from '../../readiness.tsx'
import { RequireSession } from '../../session/require-session.tsx'

function RunningCase({ application }: { readonly application: ApplicationSummary }) {
  return (
    <div className="business-case">
      <div className="row">
        <ApplicationStatusTag status={application.status} />
        {application.unreadMessages > 0 && <StatusTag tone="act">有留言</StatusTag>}
        <Link to={paths.application(application.applicationId)}>
          {QUALIFICATION_TITLES[application.qualificationType]}（{application.subjectName}）
        </Link>
      </div>
      <p className="secondary">{application.sentence}</p>
    </div>
  )
}

function RunningCases() {
  const query = useEndpoint(listApplicationsEndpoint, {})
  return (
    <QueryState query={query} skeletonLines={2}>
      {({ applications }) =>
        applications
          .filter(({ current, withdrawn }) => current && !withdrawn)
          .map((application) => <RunningCase key={application.applicationId} application={application} />)
      }
    </QueryState>
  )
}

function Recognition({ mayApply }: { readonly mayApply: boolean }) {
  return (
    <Panel title="教师资格认定">
      <p>申请教师资格：先阅读须知、准备材料，再在网上报名，然后到所选的确认点办理确认。不收取任何费用。</p>
      <div className="button-row">
        <LinkButton to={paths.mustRead} kind="secondary">
          须知
        </LinkButton>
        {mayApply && <LinkButton to={paths.apply}>报名</LinkButton>}
        <LinkButton to={paths.applications} kind="secondary">
          查询报名信息
        </LinkButton>
      </div>
      <p className="hint business-hint">
        报名共八个步骤，每一步都会自动保存；中途离开后点【报名】可以接着填写，换设备也可以。
      </p>
      <RunningCases />
    </Panel>
  )
}

/** 业务平台: the two businesses of one account, and what stands in the way of beginning one (APP-1). */
export function BusinessPage() {
  return (
    <RequireSession title="业务平台">
      {(me) => (
        <>
          <PageTitle title="业务平台" lead="请选择要办理的业务。办理中的申请和下一步会显示在对应的业务下面。" />
          <div className="business">
            <ReadinessNotice me={me} />
            <Recognition mayApply={isReady(me)} />
            <Panel title="中小学教师资格定期注册">
              <p>
                中小学教师定期注册业务于每年的下半年开展，请从中国教师资格网导航栏下的定期注册【在线办理】入口进入。
              </p>
              <p className="secondary">具体时间请看任教学校所在地教育行政部门的公告。</p>
            </Panel>
          </div>
        </>
      )}
    </RequireSession>
  )
}
