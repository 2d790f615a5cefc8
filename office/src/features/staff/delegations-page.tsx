import {
  delegateEndpoint,
  type DelegationView,
  endDelegationEndpoint,
  listDelegationsEndpoint,
} from '@xingtan/contract/office/delegation'
import { OFFICE_ROLE_TITLES } from '@xingtan/contract/office/session'
import { shanghaiInstant } from '@xingtan/domain/shanghai-time'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Page } from '../../components/page.tsx'
import { ScrollRegion } from '../../components/scroll-region.tsx'
import { useOfficer } from '../../session/officer-context.ts'
import { ShortForm } from '../../components/short-form.tsx'
import './staff.css'

function toInstant(day: string, time: string): string {
  try {
    return shanghaiInstant(day.trim(), time.trim()).toISOString()
  } catch {
    // The form says which field is wrong.
    return ''
  }
}

/** 委托授权: hand own roles to a colleague for a while; they end by themselves at their instant (S-043). */
export function DelegationsPage() {
  const { today } = useOfficer()
  const [isGiving, setGiving] = useState(false)
  const [ending, setEnding] = useState<DelegationView | undefined>()
  const delegations = useEndpoint(listDelegationsEndpoint, {})
  return (
    <Page
      title="委托授权"
      lead="离开岗位期间，可以把自己的角色委托给同一机构的同事。到结束时间自动收回；审核和审批仍须由两人完成。"
    >
      <QueryState query={delegations} skeletonLines={6}>
        {({ rows, delegableRoles, colleagues }) => (
          <>
            <div className="section-head">
              <span className="quiet">用户管理和管理员角色不能委托。</span>
              <Button
                type="primary"
                disabled={delegableRoles.length === 0 || colleagues.length === 0}
                onClick={() => setGiving(true)}
              >
                新建委托
              </Button>
            </div>
            {rows.length === 0 ? (
              <EmptyState title="没有委托">
                <p>您给出的和收到的委托会出现在这里。</p>
              </EmptyState>
            ) : (
              <DelegationTable rows={rows} onEnd={setEnding} />
            )}
            {isGiving && (
              <ShortForm
                endpoint={delegateEndpoint}
                title="新建委托"
                lead={<p>受托人从开始时间起可以行使所选角色，到结束时间为止。</p>}
                lines={[
                  {
                    id: 'toUserId',
                    label: '受托人',
                    options: colleagues.map(({ userId, name, roles }) => ({
                      value: userId,
                      label: `${name}（${roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}）`,
                    })),
                  },
                  { id: 'startsAt', label: '开始日期', initial: today, hint: '例如 2026-10-12，从零时起。' },
                  { id: 'endsAt', label: '结束日期', hint: '例如 2026-10-16。' },
                  { id: 'endTime', label: '结束时间', initial: '17:00', hint: '例如 17:00。' },
                  { id: 'reason', label: '原因', maxLength: 200 },
                ]}
                roles={{ offered: delegableRoles, initial: delegableRoles.length === 1 ? delegableRoles : [] }}
                submitText="委托"
                done="委托已登记。"
                onClose={() => setGiving(false)}
                toInput={(values, roles) => ({
                  toUserId: values['toUserId'] ?? '',
                  roles: [...roles],
                  startsAt: toInstant(values['startsAt'] ?? '', '00:00'),
                  endsAt: toInstant(values['endsAt'] ?? '', values['endTime'] ?? ''),
                  reason: values['reason'] ?? '',
                })}
              />
            )}
          </>
        )}
      </QueryState>
      {ending !== undefined && (
        <ShortForm
          endpoint={endDelegationEndpoint}
          title="结束委托"
          lead={<p>结束后，{ending.toName}从下一次操作起不再持有所委托的角色。</p>}
          lines={[]}
          submitText="结束委托"
          isDanger
          done="委托已结束。"
          onClose={() => setEnding(undefined)}
          toInput={() => ({ delegationId: ending.delegationId })}
        />
      )}
    </Page>
  )
}

interface TableProps {
  readonly rows: readonly DelegationView[]
  readonly onEnd: (delegation: DelegationView) => void
}

function DelegationTable({ rows, onEnd }: TableProps) {
  const { now } = useOfficer()
  const isOver = (row: DelegationView) => row.endedAt !== null || row.endsAt <= now
  return (
    <ScrollRegion className="table-scroll" label="委托">
      <table className="case-table">
        <caption className="visually-hidden">委托</caption>
        <thead>
          <tr>
            <th scope="col">委托人</th>
            <th scope="col">受托人</th>
            <th scope="col">角色</th>
            <th scope="col">时间</th>
            <th scope="col">原因</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.delegationId}>
              <td>{row.fromName}</td>
              <td>{row.toName}</td>
              <td>{row.roles.map((role) => OFFICE_ROLE_TITLES[role]).join('、')}</td>
              <td className="nowrap">
                {formatInstantShort(row.startsAt)} 至 {formatInstantShort(row.endsAt)}
              </td>
              <td>{row.reason}</td>
              <td>
                {isOver(row) ? (
                  <StatusTag tone="neutral">已结束</StatusTag>
                ) : (
                  <Button size="small" aria-label={`结束给${row.toName}的委托`} onClick={() => onEnd(row)}>
                    结束委托
                  </Button>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollRegion>
  )
}
