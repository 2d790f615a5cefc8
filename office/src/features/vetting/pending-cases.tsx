import { type PendingVetting, listPendingVettingEndpoint } from '@xingtan/contract/office/vetting'
import type { CaseRow } from '@xingtan/contract/office/case'
import { QueryState } from '@xingtan/ui/components/query-state'
import { useEndpoint } from '@xingtan/ui/use-endpoint'
import { Button } from 'antd'
import { useState } from 'react'
import { useSearchParams } from 'react-router'
import { CaseTable } from '../../components/case-table.tsx'
import { VettingStartDialog } from '../../components/vetting-start-dialog.tsx'
import { VETTING_WORDS, type VettingKind } from '../../components/vetting-words.ts'
import { whilePresent } from '../../session/presence.ts'
import { OfficeChips } from './office-chips.tsx'
import { COMMON_OFFICE, whyText } from './pending-words.ts'
import { StaleButton } from './stale-button.tsx'

/** `requestVettingEndpoint` takes at most this many cases at once. */
const MOST_AT_ONCE = 500

/** Rows appear by other hands too: confirmed cases, answers without result. */
const READ_AGAIN_MS = 30_000

interface PendingProps {
  readonly kind: VettingKind
}

const toRow = ({ row, ...pending }: PendingVetting): CaseRow => ({ ...row, hints: [whyText(pending), ...row.hints] })

/** Cases whose check is missing, without result or too old, by police office; all of them go out with two presses. */
export function PendingCases({ kind }: PendingProps) {
  const pending = useEndpoint(
    listPendingVettingEndpoint,
    { kind },
    { refetchInterval: () => whilePresent(READ_AGAIN_MS) },
  )
  return (
    <QueryState query={pending} skeletonLines={5}>
      {({ rows }) => <ReadyCases kind={kind} rows={rows} />}
    </QueryState>
  )
}

function ReadyCases({ kind, rows }: PendingProps & { readonly rows: readonly PendingVetting[] }) {
  const words = VETTING_WORDS[kind]
  const [search] = useSearchParams()
  const office = kind === 'crime' ? search.get('office') : null
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const [sending, setSending] = useState<readonly string[]>([])
  const askable = rows.filter(({ needsPaper }) => !needsPaper)
  const shown = askable
    .filter(({ policeOfficeName }) => office === null || (policeOfficeName ?? COMMON_OFFICE) === office)
    .map(toRow)
  const byPaper = rows.filter(({ needsPaper }) => needsPaper).map(toRow)
  const chosen = shown.filter((row) => ids.has(row.applicationId)).map((row) => row.applicationId)
  const toggle = (row: CaseRow) => {
    const next = new Set(ids)
    if (!next.delete(row.applicationId)) next.add(row.applicationId)
    setIds(next)
  }
  const toggleAll = () => {
    const isAll = chosen.length === shown.length
    setIds(isAll ? new Set() : new Set(shown.map((row) => row.applicationId)))
  }
  const tooMany = chosen.length > MOST_AT_ONCE
  return (
    <section className="pending" aria-labelledby={`pending-${kind}`}>
      <div className="section-head">
        <h2 id={`pending-${kind}`}>
          待{words.title} <span className="section-count">{rows.length} 件</span>
        </h2>
        {shown.length > 0 && (
          <span className="section-actions">
            <StaleButton kind={kind} count={askable.filter(({ why }) => why === 'stale').length} />
            <Button onClick={toggleAll}>{chosen.length === shown.length ? '全部不选' : '全选'}</Button>
            <Button type="primary" disabled={chosen.length === 0 || tooMany} onClick={() => setSending(chosen)}>
              {chosen.length === 0 ? '请先选择' : `发起 ${chosen.length} 件`}
            </Button>
          </span>
        )}
      </div>
      {kind === 'crime' && <OfficeChips rows={askable} office={office} />}
      {tooMany && <p className="field-error">每次最多 {MOST_AT_ONCE} 件，请减少选择后分次发起。</p>}
      {shown.length === 0 ? (
        <p className="quiet">没有需要发起{words.title}的件。</p>
      ) : (
        <CaseTable
          rows={shown}
          caption={`待${words.title}`}
          selection={{ chosen: new Set(chosen), onToggle: toggle, onToggleAll: toggleAll }}
        />
      )}
      {byPaper.length > 0 && (
        <div className="pending-paper">
          <h3>使用港澳台证件，由纸质证明核查</h3>
          <p className="quiet">点报名号，登记出具地的无犯罪记录证明，再由另一人复核。</p>
          <CaseTable
            rows={byPaper}
            caption="由纸质证明核查"
            hrefOf={({ registrationNumber }) => `/vetting/papers?record=${registrationNumber}`}
          />
        </div>
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
