import './appeal.css'
import { type Remedies, getRemediesEndpoint } from '@xingtan/contract/appeal'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Notice } from '@xingtan/ui/components/notice'
import { PageTitle } from '@xingtan/ui/components/page-title'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link, useParams } from 'react-router'
import { paths } from '../../paths.ts'
import { RequireSession } from '../../session/require-session.tsx'
import { LetterPanel } from './letter-panel.tsx'
import { RatingPanel } from './rating-panel.tsx'
import { ReviewPanel } from './review-panel.tsx'

const TITLE = '决定书、复查和评价'
const POLL_MS = 1500

interface LoadedProps {
  readonly applicationId: string
  readonly remedies: Remedies
}

function Loaded({ applicationId, remedies }: LoadedProps) {
  if (!remedies.isConcluded) {
    // A conclusion that was taken back is none; what was asked for and answered stays to be read.
    if (remedies.review.requests.length > 0) {
      return (
        <>
          <Notice tone="wait" title="原结论已经撤回，认定机构正在重新办理">
            作出新的结论以后，可以在这里下载决定书。
          </Notice>
          <ReviewPanel applicationId={applicationId} remedies={remedies} />
        </>
      )
    }
    return (
      <EmptyState title="还没有作出认定结论">
        <p>作出结论以后，可以在这里下载决定书。</p>
      </EmptyState>
    )
  }
  return (
    <>
      <LetterPanel applicationId={applicationId} letter={remedies.letter} />
      <ReviewPanel applicationId={applicationId} remedies={remedies} />
      <RatingPanel applicationId={applicationId} rating={remedies.rating} />
    </>
  )
}

function Remedied({ applicationId }: { readonly applicationId: string }) {
  const query = useEndpoint(
    getRemediesEndpoint,
    { applicationId },
    {
      refetchInterval: ({ state: { data } }) => {
        const isMaking = data?.letter.ordered === true && (data.letter.letter?.state ?? 'waiting') === 'waiting'
        return isMaking ? POLL_MS : false
      },
    },
  )
  return (
    <>
      <PageTitle title={TITLE} lead={<Link to={paths.application(applicationId)}>返回报名信息</Link>} />
      <div className="appeal">
        <QueryState query={query} skeletonLines={8}>
          {(remedies) => <Loaded applicationId={applicationId} remedies={remedies} />}
        </QueryState>
      </div>
    </>
  )
}

/** After the conclusion of one's own case: the letter, a review after 认定未通过, and 评价 (APP-15). */
export function DecisionPage() {
  const { applicationId = '' } = useParams()
  return <RequireSession title={TITLE}>{() => <Remedied applicationId={applicationId} />}</RequireSession>
}
