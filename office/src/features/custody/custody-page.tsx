import { CUSTODY_KIND_TITLES, CustodyKind, CustodyShow, listCustodyEndpoint } from '@xingtan/contract/office/custody'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { Button } from 'antd'
import { useState } from 'react'
import { Link, useSearchParams } from 'react-router'
import { ChipFilter } from '../../components/chip-filter.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { Page } from '../../components/page.tsx'
import { usePaged } from '../../components/use-paged.ts'
import { CUSTODY_COLUMNS } from './custody-columns.tsx'
import { RegisterDialog } from './custody-dialogs.tsx'

const SHOWN: Readonly<Record<CustodyShow, string>> = { unkept: '保管人缺失', retired: '已停用' }

/** 保管登记: computers, keys and media of the own agency and of those below, with who keeps each (ACC-12). */
export function CustodyPage() {
  const [search] = useSearchParams()
  const [isEntering, setEntering] = useState(false)
  const kind = CustodyKind.safeParse(search.get('kind'))
  const show = CustodyShow.safeParse(search.get('show'))
  const list = usePaged(listCustodyEndpoint, {
    ...(kind.success && { kind: kind.data }),
    ...(show.success && { show: show.data }),
  })
  return (
    <Page
      title="保管登记"
      lead={
        <>
          专用计算机、USB 密钥和存储介质逐件登记，每件指定一名保管人。
          <Link to="/custody/regime">安全管理制度</Link>　<Link to="/custody/board">下级机构情况</Link>
        </>
      }
      aside={
        <Button type="primary" onClick={() => setEntering(true)}>
          登记物品
        </Button>
      }
    >
      <ChipFilter label="按种类筛选" param="kind" options={CUSTODY_KIND_TITLES} allTitle="全部种类" />
      <ChipFilter label="按状态筛选" param="show" options={SHOWN} allTitle="在用" />
      <PagedTable
        caption="保管的物品"
        list={list}
        columns={CUSTODY_COLUMNS}
        rowKey={({ itemId }) => itemId}
        empty={
          <EmptyState title="没有符合条件的物品">
            <p>点「登记物品」逐件登记，或更换筛选条件再看。</p>
          </EmptyState>
        }
      />
      {isEntering && <RegisterDialog onClose={() => setEntering(false)} />}
    </Page>
  )
}
