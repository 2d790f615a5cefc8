import { StatusTag } from '@xingtan/ui/components/status-tag'
import { Button } from 'antd'
import { saveTextFile } from '../../components/save-text-file.ts'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { toCsv } from '../../components/to-csv.ts'
import { useOfficer } from '../../session/officer-context.ts'
import type { ApprovalResult } from './approve-many-plan.tsx'

interface ResultProps {
  readonly results: readonly ApprovalResult[]
  readonly nameOf: (applicationId: string) => string
  readonly onClose: () => void
}

/** One line for every case, on the page and as a file. */
export function ApproveManyResult({ results, nameOf, onClose }: ResultProps) {
  const { today } = useOfficer()
  const approved = results.filter(({ outcome }) => outcome === 'approved').length
  const download = () => {
    const rows = results.map((result) => [
      result.registrationNumber,
      nameOf(result.applicationId),
      result.outcome === 'approved' ? '认定通过' : '未办理',
      result.number ?? '',
      result.sentence,
    ])
    saveTextFile(`批量认定结果-${today}.csv`, toCsv([['报名号', '姓名', '结果', '证书号码', '说明'], ...rows]))
  }
  return (
    <div className="bulk-plan">
      <output className="status-line bulk-counts">
        已认定通过 <strong>{approved}</strong> 件，未办理 <strong>{results.length - approved}</strong> 件。
      </output>
      <ScrollRegion className="table-scroll bulk-results" label="逐件结果">
        <table className="case-table">
          <caption className="visually-hidden">逐件结果</caption>
          <thead>
            <tr>
              <th scope="col">报名号</th>
              <th scope="col">姓名</th>
              <th scope="col">结果</th>
              <th scope="col">证书号码或说明</th>
            </tr>
          </thead>
          <tbody>
            {results.map((result) => (
              <tr key={result.applicationId}>
                <td className="nowrap">{result.registrationNumber}</td>
                <td className="nowrap">{nameOf(result.applicationId)}</td>
                <td>
                  {result.outcome === 'approved' ? (
                    <StatusTag tone="ok">认定通过</StatusTag>
                  ) : (
                    <StatusTag tone="stop">未办理</StatusTag>
                  )}
                </td>
                <td>{result.number ?? result.sentence}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
      <div className="dialog-actions">
        <Button onClick={download}>下载结果表</Button>
        <Button type="primary" data-autofocus onClick={onClose}>
          完成
        </Button>
      </div>
    </div>
  )
}
