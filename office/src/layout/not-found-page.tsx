import { Link } from 'react-router'
import { Page } from '../components/page.tsx'

/** An address that leads nowhere, or to a case outside one's own agency: the two look the same. */
export function NotFoundPage() {
  return (
    <Page title="没有找到这个页面">
      <p>地址可能有误，或者该件不属于您所在的机构。请核对地址，或从办理队列进入。</p>
      <p className="page-links">
        <Link to="/">回到我的工作</Link>
        <Link to="/cases">打开办理队列</Link>
      </p>
    </Page>
  )
}
