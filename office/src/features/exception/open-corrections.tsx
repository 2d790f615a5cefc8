import { listOpenCorrectionsEndpoint } from '@xingtan/contract/office/case-exception'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Link } from 'react-router'
import { ScrollRegion } from '../../components/scroll-region.tsx'

const KINDS = { reopen: '撤回认定未通过', void: '撤销认定通过' } as const

/** 待复核的更正: the second person answers on the case, with everything of it in sight. */
export function OpenCorrections() {
  const query = useEndpoint(listOpenCorrectionsEndpoint, {})
  return (
    <section aria-labelledby="open-corrections">
      <h2 id="open-corrections">待复核的更正</h2>
      <QueryState query={query}>
        {({ corrections }) =>
          corrections.length === 0 ? (
            <p className="quiet">没有等待复核的更正。</p>
          ) : (
            <ScrollRegion className="table-scroll" label="待复核的更正列表">
              <table className="case-table">
                <thead>
                  <tr>
                    <th scope="col">报名号</th>
                    <th scope="col">更正事项</th>
                    <th scope="col">更正原因</th>
                    <th scope="col">提出</th>
                    <th scope="col">复核</th>
                  </tr>
                </thead>
                <tbody>
                  {corrections.map((one) => (
                    <tr key={one.correctionId}>
                      <td className="nowrap">
                        <Link to={`/cases/${one.applicationId}`}>{one.registrationNumber}</Link>
                      </td>
                      <td>{KINDS[one.kind]}</td>
                      <td className="col-words">{one.reason}</td>
                      <td>
                        {one.proposedBy}
                        <br />
                        {formatInstantShort(one.proposedAt)}
                      </td>
                      <td>
                        {one.isOwn ? (
                          '由您提出，等待另一名工作人员复核'
                        ) : (
                          <Link to={`/cases/${one.applicationId}?act=correct`}>复核</Link>
                        )}
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </ScrollRegion>
          )
        }
      </QueryState>
    </section>
  )
}
