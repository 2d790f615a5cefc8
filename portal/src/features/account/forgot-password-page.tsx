import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { paths } from '../../paths.ts'

/** 忘记密码: says what is possible today and no more (ACC-4 comes later). */
export function ForgotPasswordPage() {
  return (
    <div className="text-column stack">
      <PageTitle title="忘记密码" />
      <p>密码重置将在后续版本开放，请携带身份证到认定机构窗口咨询。</p>
      <p>手机号码不再使用的，请本人持证件到确认点更换手机号码，72 小时后生效。</p>
      <p className="secondary">
        登录时请先确认：账号是注册时使用的证件号码；密码区分大小写。可以在登录页点击“显示”核对输入的密码。
      </p>
      <div className="button-row">
        <LinkButton to={paths.signIn}>返回登录</LinkButton>
        <LinkButton to={paths.recoveryObjection} kind="secondary">
          收到更换手机号码的短信
        </LinkButton>
        <LinkButton to={paths.help} kind="secondary">
          查看咨询服务
        </LinkButton>
      </div>
    </div>
  )
}
