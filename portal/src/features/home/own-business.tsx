import './home.css'
import { type ApplicationSummary, listApplicationsEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Panel } from '@xingtan/ui/components/panel'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { ApplicationStatusTag } from '../../application-status-tag.tsx'
import { paths } from '../../paths.ts'

function OwnCase({ application }: { readonly application: ApplicationSummary }) {
  return (
    <li className="own-case">
      <div className="row">
        <ApplicationStatusTag status={application.status} />
        {application.unreadMessages > 0 && <StatusTag tone="act">有留言</StatusTag>}
      </div>
      <Link to={paths.application(application.applicationId)}>
        {QUALIFICATION_TITLES[application.qualificationType]}（{application.subjectName}）
      </Link>
      <p className="secondary">{application.sentence}</p>
    </li>
  )
}

/** 我的业务: where my applications of this round stand. */
export function OwnBusiness() {
  const query = useEndpoint(listApplicationsEndpoint, {})
  return (
    <Panel title="我的业务">
      <QueryState query={query} skeletonLines={3}>
        {({ applications }) => {
          const running = applications.filter(({ current, withdrawn }) => current && !withdrawn)
          if (running.length === 0) {
            return <p className="secondary">当前批次没有报名记录。报名后，办理进度会显示在这里。</p>
          }
          return (
            <ul>
              {running.map((application) => (
                <OwnCase key={application.applicationId} application={application} />
              ))}
            </ul>
          )
        }}
      </QueryState>
      <p>
        <Link to={paths.business}>进入业务平台</Link>
      </p>
    </Panel>
  )
}

/** The same place for people who are not signed in. */
export function SignInInvitation() {
  return (
    <Panel title="我的业务">
      <p className="secondary">登录后可以继续填写报名草稿、查看办理进度和下载申请表。</p>
      <div className="button-row">
        <LinkButton to={paths.signIn}>登录</LinkButton>
        <LinkButton to={paths.register} kind="secondary">
          注册账号
        </LinkButton>
      </div>
    </Panel>
  )
}
