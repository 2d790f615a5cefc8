import type { CaseRow } from '@xingtan/contract/office/case'
import { Button } from 'antd'
import { useState } from 'react'
import '../../components/bulk.css'
import { ConfirmDialog } from './confirm-dialog.tsx'

const MOST = 100

interface ConfirmBarProps {
  readonly chosen: readonly CaseRow[]
  readonly onClear: () => void
}

/** What can be done with the chosen rows: 确认通过 after a dry run. */
export function ConfirmBar({ chosen, onClear }: ConfirmBarProps) {
  // The list behind changes when the act succeeds; the dialog goes on showing the rows it was opened with.
  const [taken, setTaken] = useState<readonly CaseRow[]>()
  const tooMany = chosen.length > MOST
  return (
    <>
      {chosen.length > 0 && (
        <section className="bulk-bar" aria-label="批量办理">
          <output className="bulk-chosen">已选 {chosen.length} 件</output>
          <Button type="primary" disabled={tooMany} onClick={() => setTaken(chosen)}>
            批量确认通过
          </Button>
          {tooMany && <span>每次最多 {MOST} 件，请减少选择。</span>}
          <Button type="link" onClick={onClear}>
            清除选择
          </Button>
        </section>
      )}
      {taken !== undefined && (
        <ConfirmDialog
          cases={taken}
          onClose={() => {
            setTaken(undefined)
            onClear()
          }}
        />
      )}
    </>
  )
}
