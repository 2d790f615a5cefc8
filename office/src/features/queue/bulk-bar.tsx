import type { CaseRow } from '@xingtan/contract/office/case'
import { Button } from 'antd'
import { useState } from 'react'
import { VettingStartDialog } from '../../components/vetting-start-dialog.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { ApproveManyDialog } from './approve-many-dialog.tsx'

/** `approveCasesEndpoint` takes at most this many cases at once. */
const MOST_APPROVALS = 200

type Open = 'crime' | 'offence' | 'approve' | undefined

interface BulkBarProps {
  readonly chosen: readonly CaseRow[]
  readonly onClear: () => void
}

/** What can be done with the chosen rows, as far as the roles of the officer go. */
export function BulkBar({ chosen, onClear }: BulkBarProps) {
  const officer = useOfficer()
  const [open, setOpen] = useState<Open>()
  // The list behind changes when a bulk act succeeds; the dialog goes on showing the rows it was opened with.
  const [taken, setTaken] = useState<readonly CaseRow[]>([])
  const show = (kind: Open) => {
    setTaken(chosen)
    setOpen(kind)
  }
  const close = () => setOpen(undefined)
  const tooMany = chosen.length > MOST_APPROVALS
  return (
    <>
      {chosen.length > 0 && (
        <section className="bulk-bar" aria-label="批量办理">
          <output className="bulk-chosen">已选 {chosen.length} 件</output>
          {hasRole(officer, 'vet') && (
            <>
              <Button onClick={() => show('crime')}>发起无犯罪记录核查</Button>
              <Button onClick={() => show('offence')}>发起性侵信息查询</Button>
            </>
          )}
          {hasRole(officer, 'approve') && (
            <Button type="primary" disabled={tooMany} onClick={() => show('approve')}>
              批量认定通过
            </Button>
          )}
          {tooMany && <span>批量认定通过每次最多 {MOST_APPROVALS} 件，请减少选择。</span>}
          <Button type="link" onClick={onClear}>
            清除选择
          </Button>
        </section>
      )}
      {(open === 'crime' || open === 'offence') && (
        <VettingStartDialog
          kind={open}
          applicationIds={taken.map((row) => row.applicationId)}
          onClose={close}
          onStarted={onClear}
        />
      )}
      {open === 'approve' && <ApproveManyDialog cases={taken} onClose={close} onDone={onClear} />}
    </>
  )
}
