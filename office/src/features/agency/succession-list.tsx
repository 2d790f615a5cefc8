import type { Succession } from '@xingtan/contract/office/agency'
import {
  approveSuccessionEndpoint,
  cancelSuccessionEndpoint,
  listSuccessionsEndpoint,
} from '@xingtan/contract/office/succession'
import { useQueryClient } from '@tanstack/react-query'
import { getAgencyRecordEndpoint } from '@xingtan/contract/office/agency'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useEffect } from 'react'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { whilePresent } from '../../session/presence.ts'
import { useRegisterCommand } from './use-register-command.ts'

const STATES: Readonly<Record<Succession['state'], { readonly tone: Tone; readonly title: string }>> = {
  proposed: { tone: 'act', title: '等待批准' },
  ordered: { tone: 'wait', title: '等待生效' },
  'carried-out': { tone: 'ok', title: '已生效' },
  cancelled: { tone: 'neutral', title: '已撤销' },
}

const WATCH_MS = 3000

/** 接替安排 that concern the agency; one that waits is watched until it is carried out. */
export function SuccessionList({ agencyCode }: { readonly agencyCode: string }) {
  const successions = useEndpoint(
    listSuccessionsEndpoint,
    { agencyCode },
    {
      refetchInterval: ({ state }) =>
        state.data?.successions.some((one) => one.state === 'ordered') === true ? whilePresent(WATCH_MS) : false,
    },
  )
  const queryClient = useQueryClient()
  const doneCount = successions.data?.successions.filter(({ state }) => state === 'carried-out').length ?? 0
  useEffect(() => {
    // Carried out by a job: the record above has changed without anybody here having asked for it.
    if (doneCount > 0) void queryClient.invalidateQueries({ queryKey: [getAgencyRecordEndpoint.name] })
  }, [doneCount, queryClient])
  return (
    <section className="panel-flat" aria-labelledby="agency-successions">
      <h2 id="agency-successions">接替安排</h2>
      <QueryState query={successions} skeletonLines={2}>
        {({ successions: rows }) =>
          rows.length === 0 ? <p className="quiet">没有接替安排。</p> : <SuccessionTable rows={rows} />
        }
      </QueryState>
    </section>
  )
}

function SuccessionTable({ rows }: { readonly rows: readonly Succession[] }) {
  const approve = useRegisterCommand(approveSuccessionEndpoint, '已批准，到生效时间移交。', () => undefined)
  const cancel = useRegisterCommand(cancelSuccessionEndpoint, '接替安排已撤销。', () => undefined)
  return (
    <>
      {cancel.error !== null && <ProblemAlert problem={cancel.error} />}
      {approve.error !== null && <ProblemAlert problem={approve.error} />}
      <ScrollRegion className="table-scroll" label="接替安排明细">
        <table className="case-table">
          <caption className="visually-hidden">接替安排</caption>
          <thead>
            <tr>
              <th scope="col">原机构与接替机构</th>
              <th scope="col">生效时间</th>
              <th scope="col">文号与原因</th>
              <th scope="col">状态</th>
              <th scope="col">结果</th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.successionId}>
                <td>
                  {row.oldAgency.name}由{row.newAgency.name}接替
                </td>
                <td className="nowrap">{formatInstantShort(row.effectiveAt)}</td>
                <td>
                  {row.orderNumber}，{row.reason} <span className="quiet">登记人 {row.orderedBy}</span>
                  {row.approvedBy !== null && <span className="quiet">，批准人 {row.approvedBy}</span>}
                </td>
                <td>
                  <StatusTag tone={STATES[row.state].tone}>{STATES[row.state].title}</StatusTag>
                </td>
                <td>
                  {row.mayApprove && (
                    <Button
                      size="small"
                      type="primary"
                      loading={approve.isPending}
                      onClick={() => approve.mutate({ input: { successionId: row.successionId } })}
                    >
                      批准接替
                    </Button>
                  )}
                  {row.state === 'proposed' && !row.mayApprove && (
                    <span className="quiet">须由另一位系统管理员批准。</span>
                  )}
                  {(row.state === 'ordered' || row.state === 'proposed') && (
                    <Button
                      size="small"
                      loading={cancel.isPending}
                      onClick={() => cancel.mutate({ input: { successionId: row.successionId } })}
                    >
                      撤销安排
                    </Button>
                  )}
                  {row.outcome !== null && (
                    <span>
                      移交申请 {row.outcome.cases} 件、确认点 {row.outcome.points} 个、计划 {row.outcome.plans}{' '}
                      个；转入人员 {row.outcome.moved} 人，停用 {row.outcome.ended} 人。
                    </span>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollRegion>
    </>
  )
}
