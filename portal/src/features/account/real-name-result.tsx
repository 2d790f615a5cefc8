import { Button } from '@xingtan/ui/components/button'
import { LinkButton } from '@xingtan/ui/components/link-button'
import { Notice } from '@xingtan/ui/components/notice'
import { paths } from '../../paths.ts'
import type { SignedIn } from '../../session/require-session.tsx'
import { useSignOut } from '../../session/use-sign-out.ts'

interface ResultProps {
  readonly me: SignedIn
  /** Where the person wanted to go. */
  readonly next: string
}

/** The name is proven: on to the missing personal data, or to where the person wanted to go. */
export function RealNameProven({ me, next }: ResultProps) {
  return (
    <Notice tone="ok" title="实名核验已通过" isLive>
      {me.profileComplete ? (
        <>
          <p>{me.name}，您的姓名和证件号码与公安人口信息一致，现在可以办理业务。</p>
          <div className="button-row">
            <LinkButton to={next}>{next === paths.business ? '进入业务平台' : '继续办理'}</LinkButton>
          </div>
        </>
      ) : (
        <>
          <p>{me.name}，您的姓名和证件号码与公安人口信息一致。请再补充民族信息，之后就可以办理业务。</p>
          <div className="button-row">
            <LinkButton to={paths.profileThen(next)}>继续：补充民族信息</LinkButton>
          </div>
        </>
      )}
    </Notice>
  )
}

/** The source has not answered yet; after a while the page says that it is slow, which refuses nobody (INT-1). */
export function RealNameWaiting({ me, next, isSlow }: ResultProps & { readonly isSlow: boolean }) {
  return (
    <Notice tone="wait" title="公安实名核验正在进行" isLive>
      {isSlow ? (
        <p>
          公安人口信息暂时没有应答。系统会自动重试，不占用您的核验次数；您可以留在本页等待，也可以稍后登录查看。核验通过后会发短信通知您。
        </p>
      ) : (
        <p>正在核对 {me.name} 的姓名和证件号码，一般几秒内有结果，本页会自动显示，不必刷新。</p>
      )}
      {isSlow && !me.profileComplete && (
        <div className="button-row">
          <LinkButton to={paths.profileThen(next)} kind="secondary">
            先补充民族信息
          </LinkButton>
        </div>
      )}
    </Notice>
  )
}

/** Somebody proved this number before. */
export function RealNameTaken() {
  const { signOut, isBusy } = useSignOut()
  return (
    <Notice tone="stop" title="这个证件号码已在另一个账号实名" isLive>
      <p>
        同一证件只能实名一个账号，本账号不能继续办理，24
        小时后自动作废。那是您本人的账号时，请退出后用原来的密码登录；不是您本人注册的，请携带居民身份证到认定机构窗口处理。
      </p>
      <div className="button-row">
        <Button busy={isBusy ? '正在退出' : undefined} onClick={signOut}>
          退出这个账号
        </Button>
        <LinkButton to={paths.help} kind="quiet">
          查看咨询服务
        </LinkButton>
      </div>
    </Notice>
  )
}
