import { getCaseEndpoint } from '@xingtan/contract/office/case'
import { getOnlineCaseEndpoint } from '@xingtan/contract/office/material'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { OnlineWorkspace } from './online-workspace.tsx'
import './online.css'

/** Read anew whenever the case is opened: its owner may have handed in again since. */
const QUIET = { refetchOnWindowFocus: false, staleTime: 60_000, gcTime: 0 }

/** One case at the online desk: the files beside what is asked, on one screen. Every reading is an audit event. */
export function OnlineCasePage() {
  const { applicationId = '' } = useParams()
  const online = useEndpoint(getOnlineCaseEndpoint, { applicationId }, QUIET)
  const whole = useEndpoint(getCaseEndpoint, { applicationId }, QUIET)
  if (online.data !== undefined && whole.data !== undefined) {
    return <OnlineWorkspace key={applicationId} online={online.data} view={whole.data} />
  }
  return (
    <Page title="网上审核" lead={<Link to="/online">返回网上审核队列</Link>}>
      {online.isError ? (
        <QueryState query={online}>{() => null}</QueryState>
      ) : (
        <QueryState query={whole} skeletonLines={12}>
          {() => null}
        </QueryState>
      )}
    </Page>
  )
}
