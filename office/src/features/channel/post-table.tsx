import { CHANNEL_KIND_TITLES, type ChannelRow } from '@xingtan/contract/office/channel'
import { StatusTag, type Tone } from '@xingtan/ui/components/status-tag'
import { formatInstantShort } from '@xingtan/ui/date-format'
import { Link } from 'react-router'
import { moveBetweenRows } from '../../components/row-keys.ts'

interface PostTableProps {
  readonly rows: readonly ChannelRow[]
  readonly isOut: boolean
}

function stateOf(row: ChannelRow, isOut: boolean): { tone: Tone; word: string } {
  if (row.isWithdrawn) return { tone: 'neutral', word: '已撤回' }
  if (isOut) return { tone: 'info', word: row.receiptRequired ? '需要确认' : '已发出' }
  if (row.isOverdue) return { tone: 'stop', word: '逾期未确认' }
  if (row.receiptRequired && !row.isConfirmed) return { tone: 'act', word: '待确认' }
  if (!row.isRead) return { tone: 'wait', word: '未读' }
  return { tone: 'ok', word: row.isConfirmed ? '已确认' : '已读' }
}

/** Posts in rows; the arrow keys walk the rows. */
export function PostTable({ rows, isOut }: PostTableProps) {
  return (
    <section className="table-scroll" aria-label="通知与手册">
      <table className="case-table">
        <caption className="visually-hidden">通知与手册。按上下方向键移动，按回车键打开。</caption>
        <thead>
          <tr>
            <th scope="col">标题</th>
            <th scope="col">类别</th>
            <th scope="col">{isOut ? '发给' : '来自'}</th>
            <th scope="col">发出时间</th>
            <th scope="col">阅读期限</th>
            <th scope="col">状态</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const { tone, word } = stateOf(row, isOut)
            return (
              <tr key={row.postId}>
                <td className="col-name">
                  <Link to={`/channel/${row.postId}`} data-row-link className="row-link" onKeyDown={moveBetweenRows}>
                    {row.title}
                  </Link>
                  {row.remindedAt !== null && !isOut && !row.isConfirmed && (
                    <span className="quiet">{formatInstantShort(row.remindedAt)} 提醒过</span>
                  )}
                </td>
                <td>{CHANNEL_KIND_TITLES[row.kind]}</td>
                <td>{isOut ? row.to : row.agencyName}</td>
                <td className="nowrap">{formatInstantShort(row.postedAt)}</td>
                <td className="nowrap">{row.readBy ?? <span className="quiet">不限</span>}</td>
                <td className="col-status">
                  <StatusTag tone={tone}>{word}</StatusTag>
                </td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}
