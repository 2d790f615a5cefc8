import { PLAN_STATE_TITLES, getPlanEndpoint, getPlanFrameEndpoint } from '@xingtan/contract/office/plan'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { PlanBody } from './plan-body.tsx'
import { STATE_TONES } from './plan-words.ts'
import './plan.css'

/** One plan of an agency in a round: written, judged, handed in, approved, published, changed (PLN-3…PLN-5). */
export function PlanPage() {
  const { planId = '' } = useParams()
  const plan = useEndpoint(getPlanEndpoint, { planId })
  const frame = useEndpoint(getPlanFrameEndpoint, { planId })
  const view = plan.data
  return (
    <Page
      title={view === undefined ? '计划' : `${view.agencyName}的计划`}
      lead={
        <>
          {view !== undefined && `${view.roundName}。`}
          <Link to="/plans">返回计划一览</Link>
        </>
      }
      aside={
        view === undefined ? null : (
          <StatusTag tone={STATE_TONES[view.state]}>{PLAN_STATE_TITLES[view.state]}</StatusTag>
        )
      }
    >
      <QueryState query={plan} skeletonLines={10}>
        {(shown) => (
          <QueryState query={frame} skeletonLines={10}>
            {(drawn) => <PlanBody key={shown.planId} view={shown} frame={drawn} />}
          </QueryState>
        )}
      </QueryState>
    </Page>
  )
}
