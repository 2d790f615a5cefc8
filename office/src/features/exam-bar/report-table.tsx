import { type ExamReportRow, listExamReportsEndpoint } from '@xingtan/contract/office/exam-bar'
import { RESTRICTION_KIND_TITLES } from '@xingtan/contract/restriction-kind'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { ScrollRegion } from '../../components/scroll-region.tsx'

function holdsText({ holdsProof }: ExamReportRow): string {
  if (holdsProof === null) return '等待答复'
  return holdsProof ? '持有有效的考试合格证明' : '没有有效的考试合格证明'
}

/** What was told to the exam authority, newest first; who holds a proof all the same stands out. */
export function ReportTable() {
  const query = useEndpoint(listExamReportsEndpoint, {})
  return (
    <section aria-labelledby="reports">
      <h2 id="reports">向考试机构的通报</h2>
      <QueryState query={query}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">还没有通报。本机构及下级机构录入的记录复核生效后自动通报。</p>
          ) : (
            <ScrollRegion className="table-scroll" label="向考试机构的通报列表">
              <table className="case-table">
                <thead>
                  <tr>
                    <th scope="col">通报时间</th>
                    <th scope="col">姓名</th>
                    <th scope="col">限制类型</th>
                    <th scope="col">决定文号</th>
                    <th scope="col">内容</th>
                    <th scope="col">考试机构答复</th>
                  </tr>
                </thead>
                <tbody>
                  {rows.map((row) => (
                    <tr key={row.reportId}>
                      <td className="nowrap">{row.sentAt === null ? '等待发送' : formatInstantShort(row.sentAt)}</td>
                      <td className="nowrap">{row.maskedName}</td>
                      <td>{RESTRICTION_KIND_TITLES[row.kind]}</td>
                      <td>{row.decisionNumber}</td>
                      <td>{row.state === 'in-force' ? `限制生效，至 ${row.until ?? '终身'}` : '限制已作废'}</td>
                      <td>{holdsText(row)}</td>
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
