import { useQueryClient } from '@tanstack/react-query'
import { proposeRenewalsEndpoint, type StaffPersonRow } from '@xingtan/contract/office/staff'
import { dayOf } from '@xingtan/ui/date-format'
import { useCommand } from '@xingtan/ui/use-command'
import { useToast } from '@xingtan/ui/use-toast'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { moveBetweenRows } from '../../components/row-keys.ts'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { FilingTag } from './filing-tag.tsx'

/** The last day of a filing that ends at an instant, which is excluded. */
function lastDayOf(until: string): string {
  return dayOf(new Date(Date.parse(until) - 1).toISOString())
}

interface PeopleTableProps {
  readonly rows: readonly StaffPersonRow[]
  /** With boxes to ask for renewals in bulk. */
  readonly isRenewal: boolean
}

/** The list of people; the arrow keys walk the rows. */
export function PeopleTable({ rows, isRenewal }: PeopleTableProps) {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const announce = useToast()
  const queryClient = useQueryClient()
  const renew = useCommand(proposeRenewalsEndpoint, {
    onSuccess: ({ count }) => {
      announce(`已提出 ${count} 人的续期申请，请等待备案机构办理。`)
      setIds(new Set())
      void queryClient.invalidateQueries({ predicate: ({ queryKey }) => String(queryKey[0]).startsWith('staff.') })
    },
  })
  const toggle = (id: string) => {
    const next = new Set(ids)
    if (!next.delete(id)) next.add(id)
    setIds(next)
  }
  const chosen = rows.filter(({ personId }) => ids.has(personId)).map(({ personId }) => personId)
  return (
    <>
      {isRenewal && (
        <div className="section-head">
          <span>已选 {chosen.length} 人</span>
          <span className="section-actions">
            <Button onClick={() => setIds(new Set(rows.slice(0, 100).map(({ personId }) => personId)))}>全选</Button>
            <Button
              type="primary"
              disabled={chosen.length === 0}
              loading={renew.isPending}
              onClick={() => renew.mutate({ input: { personIds: chosen } })}
            >
              提出续期
            </Button>
          </span>
        </div>
      )}
      {renew.isError && <ProblemAlert problem={renew.error} />}
      <ScrollRegion className="table-scroll" label="人员">
        <table className="case-table">
          <caption className="visually-hidden">人员。按上下方向键移动，按回车键打开。</caption>
          <thead>
            <tr>
              {isRenewal && <th scope="col">选择</th>}
              <th scope="col">姓名</th>
              <th scope="col">机构</th>
              <th scope="col">岗位</th>
              <th scope="col">备案</th>
              <th scope="col">有效至</th>
              <th scope="col">用户</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.personId} data-chosen={ids.has(row.personId)}>
                {isRenewal && (
                  <td>
                    <input
                      type="checkbox"
                      aria-label={`选择 ${row.name}`}
                      checked={ids.has(row.personId)}
                      onChange={() => toggle(row.personId)}
                    />
                  </td>
                )}
                <td className="nowrap">
                  <Link to={`/staff/${row.personId}`} data-row-link className="row-link" onKeyDown={moveBetweenRows}>
                    {row.name}
                  </Link>
                </td>
                <td>{row.agencyName}</td>
                <td>{row.post ?? <span className="quiet">未填写</span>}</td>
                <td>
                  <FilingTag state={row.state} />
                </td>
                <td className="nowrap">{row.filedUntil === null ? '' : lastDayOf(row.filedUntil)}</td>
                <td className="nowrap">{row.userCount} 个</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
