import { CUSTODY_KIND_TITLES, getCustodyEndpoint } from '@xingtan/contract/office/custody'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { DataTable } from '@xingtan/ui/components/data-table'
import type { Column } from '@xingtan/ui/components/data-table'
import { DefinitionList } from '@xingtan/ui/components/definition-list'
import { QueryState } from '@xingtan/ui/components/query-state'
import { formatInstant, formatInstantShort } from '@xingtan/ui/date-format'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useParams } from 'react-router'
import { Page } from '../../components/page.tsx'
import { KeeperCell } from './custody-columns.tsx'
import { AssignDialog, RetireDialog } from './custody-dialogs.tsx'
import './custody.css'

type Item = OutputOf<typeof getCustodyEndpoint>
type Term = Item['terms'][number]

/** One item with everybody who ever kept it (ACC-12). */
export function CustodyItemPage() {
  const { itemId = '' } = useParams()
  const item = useEndpoint(getCustodyEndpoint, { itemId })
  return (
    <Page title="保管的物品" lead={<Link to="/custody">返回保管登记</Link>}>
      <QueryState query={item} skeletonLines={8}>
        {(found) => <Record item={found} />}
      </QueryState>
    </Page>
  )
}

const COLUMNS: readonly Column<Term>[] = [
  { key: 'keeper', title: '保管人', cell: ({ keeperName }) => keeperName },
  { key: 'from', title: '起始', cell: ({ heldFrom }) => formatInstantShort(heldFrom) },
  { key: 'to', title: '截止', cell: ({ heldTo }) => (heldTo === null ? '至今' : formatInstantShort(heldTo)) },
  { key: 'note', title: '说明', cell: ({ note }) => note },
  { key: 'by', title: '登记人', cell: ({ recordedByName }) => recordedByName },
]

function Record({ item }: { readonly item: Item }) {
  const [act, setAct] = useState<'assign' | 'retire'>()
  const isInUse = item.retiredOn === null
  return (
    <div className="custody-page">
      <section className="panel-flat" aria-labelledby="custody-item">
        <h2 id="custody-item">{item.label}</h2>
        <DefinitionList
          facts={[
            { term: '种类', value: CUSTODY_KIND_TITLES[item.kind] },
            { term: '编号', value: item.serial },
            { term: '机构', value: item.agencyName },
            { term: '保管人', value: <KeeperCell item={item} /> },
            { term: '登记', value: `${item.registeredByName}，${formatInstant(item.registeredAt)}` },
            ...(item.retiredBecause === null ? [] : [{ term: '停用原因', value: item.retiredBecause }]),
          ]}
        />
        {item.isOwn && isInUse && (
          <div className="section-actions custody-acts no-print">
            <Button type="primary" onClick={() => setAct('assign')}>
              移交给他人保管
            </Button>
            <Button danger onClick={() => setAct('retire')}>
              停用
            </Button>
          </div>
        )}
      </section>
      <section aria-labelledby="custody-terms">
        <h2 id="custody-terms">保管记录</h2>
        <DataTable caption="历任保管人" columns={COLUMNS} rows={item.terms} rowKey={({ termId }) => termId} />
      </section>
      {act === 'assign' && <AssignDialog item={item} onClose={() => setAct(undefined)} />}
      {act === 'retire' && <RetireDialog item={item} onClose={() => setAct(undefined)} />}
    </div>
  )
}
