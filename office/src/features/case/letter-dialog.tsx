import { DELIVERY_TITLES, type DecisionLetter, LETTER_TITLES } from '@xingtan/contract/letter'
import { getLetterEndpoint, orderLetterEndpoint } from '@xingtan/contract/office/letter'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { Notice } from '@xingtan/ui/components/notice'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatDay } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Dialog } from '../../components/dialog.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { Case } from './case-draft.ts'
import { DeliveryForm } from './delivery-form.tsx'

interface LetterProps {
  readonly view: Case
  readonly onClose: () => void
}

/** 决定书: made when asked for, with number and words fixed from then on; then opened, and its delivery written down. */
export function LetterDialog({ view, onClose }: LetterProps) {
  const { applicationId } = view.row
  const [isDelivering, setIsDelivering] = useState(false)
  const query = useEndpoint(
    getLetterEndpoint,
    { applicationId },
    {
      staleTime: 0,
      refetchInterval: ({ state: { data } }) =>
        data !== undefined && data.ordered && (data.letter === null || data.letter.state === 'waiting') ? 1000 : false,
    },
  )
  const order = useCommand(orderLetterEndpoint, { onSuccess: () => void query.refetch() })
  const letter = query.data?.letter ?? null
  if (isDelivering && letter !== null) {
    return <DeliveryForm applicationId={applicationId} letter={letter} onClose={() => setIsDelivering(false)} />
  }
  return (
    <Dialog title={`决定书：${view.row.name}`} onClose={onClose}>
      <QueryState query={query}>
        {({ ordered }) => (
          <>
            {!ordered && <p>还没有出具决定书。出具后编定文号，文字不再改变，申请人可以在办理页面下载。</p>}
            {ordered && (letter === null || letter.state === 'waiting') && (
              <output className="status-line">正在制作决定书，通常需要几秒钟。</output>
            )}
            {letter !== null && <LetterFacts letter={letter} />}
            {order.error !== null && <ProblemAlert problem={order.error} />}
            <div className="dialog-actions">
              <Button onClick={onClose}>关闭</Button>
              {letter !== null && letter.deliveredOn === null && (
                <Button onClick={() => setIsDelivering(true)}>登记送达</Button>
              )}
              {(!ordered || letter?.state === 'failed') && (
                <Button
                  type="primary"
                  data-autofocus
                  loading={order.isPending}
                  onClick={() => order.mutate({ input: { applicationId } })}
                >
                  {ordered ? '重新制作' : '出具决定书'}
                </Button>
              )}
            </div>
          </>
        )}
      </QueryState>
    </Dialog>
  )
}

function LetterFacts({ letter }: { readonly letter: DecisionLetter }) {
  const { deliveredOn, delivery } = letter
  return (
    <>
      <DefinitionList
        facts={[
          { term: '文书', value: LETTER_TITLES[letter.kind] },
          { term: '文号', value: letter.number },
          { term: '决定日期', value: formatDay(letter.issuedOn) },
          {
            term: '送达',
            value:
              deliveredOn === null || delivery === null
                ? '尚未登记'
                : `${formatDay(deliveredOn)}，${DELIVERY_TITLES[delivery]}`,
          },
        ]}
      />
      {letter.state === 'failed' && <Notice tone="stop">决定书没有制作成功，请点「重新制作」；文号和文字不变。</Notice>}
      {letter.url !== null && (
        <p>
          <a className="receipt-link" href={letter.url} target="_blank" rel="noopener noreferrer">
            打开决定书（在新标签页中打印）
          </a>
        </p>
      )}
    </>
  )
}
