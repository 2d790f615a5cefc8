import { type CaseMove, listMovesEndpoint } from '@xingtan/contract/office/case-exception'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { RecallMoveDialog } from './answer-move-dialogs.tsx'

const STATES: Readonly<Record<CaseMove['state'], { readonly tone: Tone; readonly title: string }>> = {
  proposed: { tone: 'wait', title: '等待答复' },
  accepted: { tone: 'ok', title: '已接收' },
  declined: { tone: 'stop', title: '未接收' },
  recalled: { tone: 'neutral', title: '已撤回' },
}

/** 本机构提出的移送, newest first, with the answers. */
export function MovesOut() {
  const query = useEndpoint(listMovesEndpoint, {})
  const [recalling, setRecalling] = useState<CaseMove>()
  return (
    <section aria-labelledby="moves-out">
      <h2 id="moves-out">本机构提出的移送</h2>
      <QueryState query={query}>
        {({ outgoing }) =>
          outgoing.length === 0 ? (
            <p className="quiet">本机构没有提出过移送。需要移送时，请在该件页面的「更多办理」中提出。</p>
          ) : (
            <ScrollRegion className="table-scroll" label="本机构提出的移送列表">
              <table className="case-table">
                <thead>
                  <tr>
                    <th scope="col">报名号</th>
                    <th scope="col">接收机构</th>
                    <th scope="col">移送原因</th>
                    <th scope="col">提出</th>
                    <th scope="col">结果</th>
                  </tr>
                </thead>
                <tbody>
                  {outgoing.map((move) => (
                    <tr key={move.moveId}>
                      <td className="nowrap">
                        {move.registrationNumber === null ? (
                          '已转出'
                        ) : (
                          <Link to={`/cases/${move.applicationId}`}>{move.registrationNumber}</Link>
                        )}
                      </td>
                      <td>{move.toName}</td>
                      <td className="col-words">{move.reason}</td>
                      <td>
                        {move.proposedBy}
                        <br />
                        {formatInstantShort(move.proposedAt)}
                      </td>
                      <td>
                        <StatusTag tone={STATES[move.state].tone}>{STATES[move.state].title}</StatusTag>
                        {move.answer !== null && <p>{move.answer}</p>}
                        {move.state === 'proposed' && <Button onClick={() => setRecalling(move)}>撤回</Button>}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }
      </QueryState>
      {recalling !== undefined && <RecallMoveDialog move={recalling} onClose={() => setRecalling(undefined)} />}
    </section>
  )
}
