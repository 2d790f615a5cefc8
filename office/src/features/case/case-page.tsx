import { getCaseEndpoint } from '@xingtan/contract/office/case'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { CaseWorkspace } from './case-workspace.tsx'
import './case.css'

/** One case: everything to judge it on one screen. Every reading is an audit event, so it is not repeated on its own. */
export function CasePage() {
  const { applicationId = '' } = useParams()
  const query = useEndpoint(getCaseEndpoint, { applicationId }, { refetchOnWindowFocus: false, staleTime: 60_000 })
  if (query.data !== undefined) return <CaseWorkspace key={applicationId} view={query.data} refetch={query.refetch} />
  return (
    <Page title="认定申请" lead={<Link to="/cases">返回办理队列</Link>}>
      <QueryState query={query} skeletonLines={12}>
        {() => null}
      </QueryState>
    </Page>
  )
}
