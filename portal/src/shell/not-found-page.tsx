import { LinkButton } from '@xingtan/ui/components/link-button'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { paths } from '../paths.ts'

/** An address that leads nowhere. */
export function NotFoundPage() {
  return (
    <>
      <PageTitle title="没有找到这个页面" lead="地址可能输入有误，或者页面已经移动。请从首页或网上办事重新进入。" />
      <div className="button-row">
        <LinkButton to={paths.home}>返回首页</LinkButton>
        <LinkButton to={paths.services} kind="secondary">
          前往网上办事
        </LinkButton>
      </div>
    </>
  )
}
