import { listVettingBatchesEndpoint } from '@xingtan/contract/office/vetting'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Page } from '../../components/page.tsx'
import { whilePresent } from '../../session/presence.ts'
import { BatchList } from './batch-list.tsx'
import { PendingCases } from './pending-cases.tsx'
import { VettingNav } from './vetting-nav.tsx'
import './vetting.css'

const RUNNING_MS = 4000
const RESTING_MS = 30_000

/** Background checks: who still needs one, what has been sent, what came back (DEC-1, DEC-2). */
export function VettingPage() {
  const vetting = useEndpoint(
    listVettingBatchesEndpoint,
    {},
    {
      refetchInterval: ({ state }) => {
        const isRunning = state.data?.batches.some(({ state: at }) => at === 'waiting' || at === 'sent') === true
        return whilePresent(isRunning ? RUNNING_MS : RESTING_MS)
      },
    },
  )
  return (
    <Page title="背景核查" lead="没有核查结果的件不能作出认定结论。结果返回后自动记入各件，本页自动更新。">
      <VettingNav />
      <div className="pending-columns">
        <PendingCases kind="crime" />
        <PendingCases kind="offence" />
      </div>
      <QueryState query={vetting} skeletonLines={3}>
        {({ batches }) => <BatchList batches={batches} />}
      </QueryState>
    </Page>
  )
}
