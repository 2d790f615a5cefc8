import { CUSTODY_KIND_TITLES, type CustodyItem } from '@xingtan/contract/office/custody'
import type { Column } from '@xingtan/ui/components/data-table'
import { StatusTag } from '@xingtan/ui/components/status-tag'
import { dayOf } from '@xingtan/ui/date-format'
import { Link } from 'react-router'

/** Who keeps it now, or what is wrong. */
export function KeeperCell({ item }: { readonly item: CustodyItem }) {
  if (item.retiredOn !== null) return <StatusTag tone="neutral">{`${item.retiredOn} 停用`}</StatusTag>
  if (item.keeperName === null) return <StatusTag tone="stop">没有保管人</StatusTag>
  if (!item.isKeeperGone) return item.keeperName
  return (
    <>
      {item.keeperName} <StatusTag tone="stop">已离岗</StatusTag>
    </>
  )
}

export const CUSTODY_COLUMNS: readonly Column<CustodyItem>[] = [
  {
    key: 'label',
    title: '名称',
    cell: ({ itemId, label }) => <Link to={`/custody/${itemId}`}>{label}</Link>,
  },
  { key: 'kind', title: '种类', cell: ({ kind }) => <span className="nowrap">{CUSTODY_KIND_TITLES[kind]}</span> },
  { key: 'serial', title: '编号', cell: ({ serial }) => serial },
  { key: 'agency', title: '机构', cell: ({ agencyName }) => agencyName },
  { key: 'keeper', title: '保管人', cell: (item) => <KeeperCell item={item} /> },
  {
    key: 'since',
    title: '保管起始',
    cell: ({ heldFrom }) => <span className="nowrap">{heldFrom === null ? '' : dayOf(heldFrom)}</span>,
  },
]
