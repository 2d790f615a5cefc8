import { type CaseMove, listMovesEndpoint } from '@xingtan/contract/office/case-exception'
import { QUALIFICATION_TITLES } from '@xingtan/contract/qualification'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { AcceptMoveDialog, DeclineMoveDialog } from './answer-move-dialogs.tsx'

/** 待接收的移送: read the case, then take it to a point of one's own or say why not. */
export function MovesIn() {
  const query = useEndpoint(listMovesEndpoint, {})
  const [answering, setAnswering] = useState<{ readonly move: CaseMove; readonly isTaken: boolean }>()
  const close = () => setAnswering(undefined)
  return (
    <section aria-labelledby="moves-in">
      <h2 id="moves-in">待接收的移送</h2>
      <QueryState query={query}>
        {({ incoming, points }) => (
          <>
            {incoming.length === 0 ? (
              <p className="quiet">没有等待本机构接收的件。</p>
            ) : (
              <ScrollRegion className="table-scroll" label="待接收的移送列表">
                <table className="case-table">
                  <thead>
                    <tr>
                      <th scope="col">报名号</th>
                      <th scope="col">资格种类</th>
                      <th scope="col">移送机构</th>
                      <th scope="col">移送原因</th>
                      <th scope="col">提出</th>
                      <th scope="col">答复</th>
                    </tr>
                  </thead>
                  <tbody>
                    {incoming.map((move) => (
                      <tr key={move.moveId}>
                        <td className="nowrap">
                          <Link to={`/cases/${move.applicationId}`}>{move.registrationNumber ?? '打开'}</Link>
                        </td>
                        <td>{move.qualificationType === null ? '' : QUALIFICATION_TITLES[move.qualificationType]}</td>
                        <td>{move.fromName}</td>
                        <td className="col-words">{move.reason}</td>
                        <td>
                          {move.proposedBy}
                          <br />
                          {formatInstantShort(move.proposedAt)}
                        </td>
                        <td>
                          <AnswerButtons onAnswer={(isTaken) => setAnswering({ move, isTaken })} />
                        </td>
                      </tr>
                    ))}
                  </tbody>
                </table>
              </ScrollRegion>
            )}
            {answering?.isTaken === true && <AcceptMoveDialog move={answering.move} points={points} onClose={close} />}
            {answering?.isTaken === false && <DeclineMoveDialog move={answering.move} onClose={close} />}
          </>
        )}
      </QueryState>
    </section>
  )
}

function AnswerButtons({ onAnswer }: { readonly onAnswer: (isTaken: boolean) => void }) {
  return (
    <span className="section-actions">
      <Button onClick={() => onAnswer(true)}>接收</Button>
      <Button onClick={() => onAnswer(false)}>不接收</Button>
    </span>
  )
}
