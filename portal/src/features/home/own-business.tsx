import './home.css'
import {
  APPLICATION_STATUS_TITLES,
  type ApplicationStatus,
  type ApplicationSummary,
} from '@xingtan/contract/application'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Panel } from '@xingtan/ui/components/panel'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { Link } from 'react-router'
import { paths } from '../../paths.ts'

const TONES: Readonly<Record<ApplicationStatus, Tone>> = {
  'awaiting-confirmation': 'act',
  'confirmation-refused': 'stop',
  'awaiting-approval': 'wait',
  recognised: 'ok',
  'not-recognised': 'stop',
}

/** 我的业务: where my applications of this round stand. */
export function OwnBusiness({ applications }: { readonly applications: readonly ApplicationSummary[] }) {
  const running = applications.filter(({ current, withdrawn }) => current && !withdrawn)
  return (
    <Panel title="我的业务">
      {running.length === 0 && <p className="secondary">当前批次没有报名记录。报名后，办理进度会显示在这里。</p>}
      {running.map((application) => (
        <div className="own-case" key={application.applicationId}>
          <div className="row">
            <StatusTag tone={TONES[application.status]}>{APPLICATION_STATUS_TITLES[application.status]}</StatusTag>
            {application.unreadMessages > 0 && <StatusTag tone="act">有留言</StatusTag>}
          </div>
          <Link to={paths.application(application.applicationId)}>
            {QUALIFICATION_TITLES[application.qualificationType]}（{application.subjectName}）
          </Link>
          <p className="secondary">{application.sentence}</p>
        </div>
      ))}
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
