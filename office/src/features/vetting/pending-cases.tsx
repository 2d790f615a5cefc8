import type { CaseRow } from '@xingtan/contract/office/case'
import { Button } from 'antd'
import { useState } from 'react'
import { CaseTable } from '../../components/case-table.tsx'
import { VettingStartDialog } from '../../components/vetting-start-dialog.tsx'
import { VETTING_WORDS, type VettingKind } from '../../components/vetting-words.ts'

/** `requestVettingEndpoint` takes at most this many cases in one batch. */
const MOST_IN_BATCH = 500

interface PendingProps {
  readonly kind: VettingKind
  readonly rows: readonly CaseRow[]
}

/** Cases whose check is missing or too old; all of them can be sent with two presses. */
export function PendingCases({ kind, rows }: PendingProps) {
  const words = VETTING_WORDS[kind]
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [sending, setSending] = useState<readonly string[]>([])
  const chosen = rows.filter((row) => ids.has(row.applicationId)).map((row) => row.applicationId)
  const toggle = (row: CaseRow) => {
    const next = new Set(ids)
    if (!next.delete(row.applicationId)) next.add(row.applicationId)
    setIds(next)
  }
  const toggleAll = () => {
    const isAll = chosen.length === rows.length
    setIds(isAll ? new Set() : new Set(rows.map((row) => row.applicationId)))
  }
  const tooMany = chosen.length > MOST_IN_BATCH
  return (
    <section className="pending" aria-labelledby={`pending-${kind}`}>
      <div className="section-head">
        <h2 id={`pending-${kind}`}>
          待{words.title} <span className="section-count">{rows.length} 件</span>
        </h2>
        {rows.length > 0 && (
          <span className="section-actions">
            <Button onClick={toggleAll}>{chosen.length === rows.length ? '全部不选' : '全选'}</Button>
            <Button type="primary" disabled={chosen.length === 0 || tooMany} onClick={() => setSending(chosen)}>
              {chosen.length === 0 ? '请先选择' : `发起 ${chosen.length} 件`}
            </Button>
          </span>
        )}
      </div>
      {tooMany && <p className="field-error">每批最多 {MOST_IN_BATCH} 件，请减少选择后分批发起。</p>}
      {rows.length === 0 ? (
        <p className="quiet">没有需要发起{words.title}的件。</p>
      ) : (
        <CaseTable
          rows={rows}
          caption={`待${words.title}`}
          selection={{ chosen: new Set(chosen), onToggle: toggle, onToggleAll: toggleAll }}
        />
      )}
      {sending.length > 0 && (
        <VettingStartDialog
          kind={kind}
          applicationIds={sending}
          onClose={() => setSending([])}
          onStarted={() => setIds(new Set())}
        />
      )}
    </section>
  )
}
