import { type CustodyBoardRow, getCustodyBoardEndpoint } from '@xingtan/contract/office/custody'
import type { Column } from '@xingtan/ui/components/data-table'
import { EmptyState } from '@xingtan/ui/components/empty-state'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { dayOf } from '@xingtan/ui/date-format'
import { Link, useSearchParams } from 'react-router'
import { ChipFilter } from '../../components/chip-filter.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { Page } from '../../components/page.tsx'
import { usePaged } from '../../components/use-paged.ts'

const COLUMNS: readonly Column<CustodyBoardRow>[] = [
  { key: 'name', title: '机构', cell: ({ name }) => name },
  { key: 'items', title: '在用物品', align: 'end', cell: ({ itemCount }) => `${itemCount} 件` },
  {
    key: 'unkept',
    title: '保管人缺失',
    cell: ({ unkeptCount }) => (unkeptCount === 0 ? '无' : <StatusTag tone="stop">{`${unkeptCount} 件`}</StatusTag>),
  },
  {
    key: 'regime',
    title: '本年安全管理制度',
    cell: ({ regimeFiledAt }) =>
      regimeFiledAt === null ? (
        <StatusTag tone="warn">未备案</StatusTag>
      ) : (
        <StatusTag tone="ok">{`${dayOf(regimeFiledAt)} 备案`}</StatusTag>
      ),
  },
]

/** 保管情况: which agencies of the tree lack a keeper, an item or the regime of this year (ACC-12). */
export function CustodyBoardPage() {
  const [search] = useSearchParams()
  const board = usePaged(getCustodyBoardEndpoint, search.get('show') === 'gap' ? { show: 'gap' } : {})
  return (
    <Page title="各机构保管情况" lead={<Link to="/custody">返回保管登记</Link>}>
      <ChipFilter label="按情况筛选" param="show" options={{ gap: '有缺项' }} allTitle="全部" />
      <PagedTable
        caption="各机构保管情况"
        list={board}
        columns={COLUMNS}
        rowKey={({ code }) => code}
        empty={
          <EmptyState title="没有缺项的机构">
            <p>本机构和下级机构的物品都有保管人，制度都已备案。</p>
          </EmptyState>
        }
      />
    </Page>
  )
}
