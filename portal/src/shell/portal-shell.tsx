import { SiteLayout } from '@xingtan/ui/components/site-layout'
import { SiteName } from '@xingtan/ui/site-name'
import { Outlet, ScrollRestoration } from 'react-router'
import { SessionEndWarning } from '../session/session-end-warning.tsx'
import { useMe } from '../session/use-me.ts'
import { RouteError } from './route-error.tsx'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

export const SITE_NAME = '中国教师资格网'

/** The frame around every page: landmarks, navigation, who is signed in, and the banner of the demonstration. */
export function PortalShell({ failed = false }: { readonly failed?: boolean }) {
  const { query: me, person } = useMe()
  return (
    <SiteName value={SITE_NAME}>
      <SiteLayout
        isDemo={me.data?.demo === true}
        header={<SiteHeader name={person?.maskedName} isKnown={!me.isPending} />}
        footer={<SiteFooter />}
      >
        {failed ? <RouteError /> : <Outlet />}
        {person !== undefined && <SessionEndWarning person={person} heardAt={me.dataUpdatedAt} />}
      </SiteLayout>
      <ScrollRestoration />
    </SiteName>
  )
}
