import { StatusTag } from '@xingtan/ui/components/status-tag'

interface DueCellProps {
  readonly dueOn: string | null
  readonly provisional: boolean
  /** A concluded case is neither due nor overdue. */
  readonly isClosed: boolean
  /** The legal day of the server, `2026-11-21`. */
  readonly today: string
}

/** Due day of a conclusion in working days, with a word where the day has come or gone. */
export function DueCell({ dueOn, provisional, isClosed, today }: DueCellProps) {
  if (dueOn === null) return <span className="quiet">尚未受理</span>
  if (isClosed) return <span className="quiet nowrap">{dueOn}</span>
  return (
    <span className="due">
      <span className="nowrap">{dueOn}</span>
      {dueOn < today && <StatusTag tone="stop">已逾期</StatusTag>}
      {dueOn === today && <StatusTag tone="warn">今日到期</StatusTag>}
      {provisional && (
        <span className="quiet" title="该年度的调休安排尚未公布，公布后会重新计算。">
          暂定
        </span>
      )}
    </span>
  )
}
