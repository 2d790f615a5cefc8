import {
  type MissingHandover,
  listHandoversEndpoint,
  listMissingHandoversEndpoint,
  listOwnHandoversEndpoint,
} from '@xingtan/contract/office/handover'
import type { Column } from '@xingtan/ui/components/data-table'
import { DataTable } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ChipFilter } from '../../components/chip-filter.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { Page } from '../../components/page.tsx'
import { usePaged } from '../../components/use-paged.ts'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { HANDOVER_COLUMNS } from './handover-columns.tsx'
import { OpenHandoverDialog } from './open-handover-dialog.tsx'
import './handover.css'

const SHOWN = { open: '待签收', late: '已逾期', closed: '已办结', cancelled: '已撤销', missing: '离岗未交接' }

type Show = 'open' | 'late' | 'closed' | 'cancelled'

function showOf(text: string | null): Show | undefined {
  return text === 'open' || text === 'late' || text === 'closed' || text === 'cancelled' ? text : undefined
}

/** 交接清单: one's own, and for 用户管理 those of the own agency and of the agencies below (ACC-8). */
export function HandoversPage() {
  const isManager = hasRole(useOfficer(), 'users')
  const [isOpening, setOpening] = useState(false)
  return (
    <Page
      title="交接清单"
      lead="人员离岗或岗位调整时，移交人和接收人逐项核对并用各自的密钥签字；双方签字后办结。"
      aside={
        isManager && (
          <Button type="primary" onClick={() => setOpening(true)}>
            发起交接
          </Button>
        )
      }
    >
      <div className="handover-page">
        <OwnHandovers />
        {isManager && <Board />}
      </div>
      {isOpening && <OpenHandoverDialog onClose={() => setOpening(false)} />}
    </Page>
  )
}

function OwnHandovers() {
  const own = useEndpoint(listOwnHandoversEndpoint, {})
  return (
    <section aria-labelledby="handover-own">
      <h2 id="handover-own">我的交接</h2>
      <QueryState query={own} skeletonLines={3}>
        {({ rows }) =>
          rows.length === 0 ? (
            <p className="quiet">没有需要您移交或接收的清单。用户管理人员发起后会出现在这里。</p>
          ) : (
            <DataTable
              caption="我移交或接收的清单"
              columns={HANDOVER_COLUMNS}
              rows={rows}
              rowKey={({ handoverId }) => handoverId}
            />
          )
        }
      </QueryState>
    </section>
  )
}

const MISSING_COLUMNS: readonly Column<MissingHandover>[] = [
  { key: 'name', title: '姓名', cell: ({ personId, name }) => <Link to={`/staff/${personId}`}>{name}</Link> },
  { key: 'agency', title: '机构', cell: ({ agencyName }) => agencyName },
  { key: 'left', title: '离岗时间', cell: ({ leftAt }) => formatInstantShort(leftAt) },
]

function Board() {
  const [search] = useSearchParams()
  const asked = search.get('show')
  return (
    <section aria-labelledby="handover-board">
      <h2 id="handover-board">本机构和下级机构</h2>
      <ChipFilter label="按状态筛选" param="show" options={SHOWN} allTitle="全部" />
      {asked === 'missing' ? <Missing /> : <Lists show={showOf(asked)} />}
    </section>
  )
}

function Lists({ show }: { readonly show: Show | undefined }) {
  const list = usePaged(listHandoversEndpoint, show === undefined ? {} : { show })
  return (
    <PagedTable
      caption="本机构和下级机构的交接清单"
      list={list}
      columns={HANDOVER_COLUMNS}
      rowKey={({ handoverId }) => handoverId}
      empty={
        <EmptyState title={show === undefined ? '还没有交接清单' : `没有${SHOWN[show]}的交接清单`}>
          <p>人员离岗或岗位调整时，点「发起交接」指定接收人。</p>
        </EmptyState>
      }
    />
  )
}

function Missing() {
  const list = usePaged(listMissingHandoversEndpoint, {})
  return (
    <PagedTable
      caption="已离岗、没有交接清单的人员"
      list={list}
      columns={MISSING_COLUMNS}
      rowKey={({ personId }) => personId}
      empty={
        <EmptyState title="没有离岗未交接的人员">
          <p>已离岗的人员都有交接清单。</p>
        </EmptyState>
      }
    />
  )
}
