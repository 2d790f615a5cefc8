import './applications.css'
import { type ApplicationSummary, listApplicationsEndpoint } from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstant } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { ApplicationStatusTag } from '../../application-status-tag.tsx'
import { paths } from '../../paths.ts'
import { RequireSession } from '../../session/require-session.tsx'
import { groupNumber } from './group-number.ts'

function ApplicationCard({ application }: { readonly application: ApplicationSummary }) {
  const { applicationId, registrationNumber, status, withdrawn, unreadMessages } = application
  return (
    <article className="panel application-card">
      <div className="row">
        <h3>
          <Link to={paths.application(applicationId)}>
            {QUALIFICATION_TITLES[application.qualificationType]}（{application.subjectName}）
          </Link>
        </h3>
        {unreadMessages > 0 && <StatusTag tone="act">有留言</StatusTag>}
        {withdrawn ? <StatusTag tone="neutral">已撤回</StatusTag> : <ApplicationStatusTag status={status} />}
      </div>
      <p>{application.sentence}</p>
      <p className="hint">
        报名号 {groupNumber(registrationNumber)}，{application.agencyName}，{formatInstant(application.submittedAt)}{' '}
        提交
      </p>
    </article>
  )
}

function Cards({ applications }: { readonly applications: readonly ApplicationSummary[] }) {
  return (
    <div className="application-list">
      {applications.map((application) => (
        <ApplicationCard key={application.applicationId} application={application} />
      ))}
    </div>
  )
}

/** 查询报名信息: the running round and the history, each with its 认定状态 and one plain sentence (APP-9). */
export function ApplicationsPage() {
  return (
    <RequireSession title="查询报名信息">
      {() => (
        <>
          <PageTitle
            title="查询报名信息"
            lead="点击一条记录，可以查看办理进度、详情和留言，修改或撤回申请，预览申请表。"
          />
          <Lists />
        </>
      )}
    </RequireSession>
  )
}

function Lists() {
  const query = useEndpoint(listApplicationsEndpoint, {})
  return (
    <QueryState query={query} skeletonLines={6}>
      {({ applications }) => {
        const running = applications.filter(({ current }) => current)
        const earlier = applications.filter(({ current }) => !current)
        return (
          <div className="applications">
            <h2>当前批次</h2>
            {running.length === 0 ? (
              <EmptyState title="当前批次没有报名记录">
                <p>生成报名号后方为报名成功。填写中的草稿可以接着填写。</p>
                <LinkButton to={paths.apply}>去报名或继续填写</LinkButton>
              </EmptyState>
            ) : (
              <Cards applications={running} />
            )}
            {earlier.length > 0 && (
              <>
                <h2>历史记录</h2>
                <Cards applications={earlier} />
              </>
            )}
          </div>
        )
      }}
    </QueryState>
  )
}
