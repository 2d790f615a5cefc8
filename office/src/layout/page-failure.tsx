import { SiteName } from '@xingtan/ui/site-name'
import { Button } from 'antd'
import { Page } from '../components/page.tsx'
import { SITE_TITLE } from '../site-title.ts'

/** Last resort: the page itself broke, or its program file could not be fetched after an update. */
export function PageFailure() {
  return (
    <SiteName value={SITE_TITLE}>
      <main className="frame-alone">
        <Page title="页面没有正常打开">
          <p>系统可能刚刚更新，或者网络中断。请重新打开本页；如仍不能打开，请联系系统管理员并说明当前地址与时间。</p>
          <p className="page-links">
            <Button type="primary" onClick={() => window.location.reload()}>
              重新打开本页
            </Button>
          </p>
        </Page>
      </main>
    </SiteName>
  )
}
