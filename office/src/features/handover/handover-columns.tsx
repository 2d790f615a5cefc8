import { HANDOVER_CAUSE_TITLES, HANDOVER_STATE_TITLES, type HandoverRow } from '@xingtan/contract/office/handover'
import type { Column } from '@xingtan/ui/components/data-table'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { Link } from 'react-router'

const TONES: Readonly<Record<HandoverRow['state'], Tone>> = { open: 'wait', closed: 'ok', cancelled: 'neutral' }

/** Where a list stands; late stands out. */
export function HandoverTag({ state, isLate }: Pick<HandoverRow, 'state' | 'isLate'>) {
  if (isLate) return <StatusTag tone="stop">已逾期</StatusTag>
  return <StatusTag tone={TONES[state]}>{HANDOVER_STATE_TITLES[state]}</StatusTag>
}

export const HANDOVER_COLUMNS: readonly Column<HandoverRow>[] = [
  {
    key: 'giver',
    title: '移交人',
    cell: ({ handoverId, giverName }) => <Link to={`/handovers/${handoverId}`}>{giverName}</Link>,
  },
  { key: 'receiver', title: '接收人', cell: ({ receiverName }) => receiverName },
  { key: 'agency', title: '机构', cell: ({ agencyName }) => agencyName },
  { key: 'cause', title: '原因', cell: ({ cause }) => HANDOVER_CAUSE_TITLES[cause] },
  { key: 'due', title: '办结期限', cell: ({ dueOn }) => <span className="nowrap">{dueOn}</span> },
  { key: 'state', title: '状态', cell: (row) => <HandoverTag {...row} /> },
]
