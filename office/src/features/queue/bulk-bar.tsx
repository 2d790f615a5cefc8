import { MOST_IN_RUN } from '@xingtan/contract/office/bulk-run'
import type { CaseRow } from '@xingtan/contract/office/case'
import { Button } from 'antd'
import { useState } from 'react'
import '../../components/bulk.css'
import { VettingStartDialog } from '../../components/vetting-start-dialog.tsx'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import { BulkDialog } from './bulk-dialog.tsx'

type Open = 'crime' | 'offence' | 'approve' | 'review' | undefined

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
  const tooMany = chosen.length > MOST_IN_RUN
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
          {hasRole(officer, 'review') && (
            <Button type="primary" disabled={tooMany} onClick={() => show('review')}>
              批量审核通过
            </Button>
          )}
          {hasRole(officer, 'approve') && (
            <Button type="primary" disabled={tooMany} onClick={() => show('approve')}>
              批量认定通过
            </Button>
          )}
          {tooMany && <span>批量办理每次最多 {MOST_IN_RUN} 件，请减少选择。</span>}
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
      {(open === 'approve' || open === 'review') && (
        <BulkDialog key={open} kind={open} cases={taken} onClose={close} onStarted={onClear} />
      )}
    </>
  )
}
