import { getMeEndpoint } from '@xingtan/contract/account'
import { SiteLayout } from '@xingtan/ui/components/site-layout'
import { SiteName } from '@xingtan/ui/site-name'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Outlet, ScrollRestoration } from 'react-router'
import { RouteError } from './route-error.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export const SITE_NAME = '中国教师资格网'

/** The frame around every page: landmarks, navigation, who is signed in, and the banner of the demonstration. */
export function PortalShell({ failed = false }: { readonly failed?: boolean }) {
  const me = useEndpoint(getMeEndpoint, {})
  const name = me.data?.signedIn === true ? me.data.maskedName : undefined
  return (
    <SiteName value={SITE_NAME}>
      <SiteLayout
        isDemo={me.data?.demo === true}
        header={<SiteHeader name={name} isKnown={!me.isPending} />}
        footer={<SiteFooter />}
      >
        {failed ? <RouteError /> : <Outlet />}
      </SiteLayout>
      <ScrollRestoration />
    </SiteName>
  )
}
