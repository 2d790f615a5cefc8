import type { CaseRow } from '@xingtan/contract/office/case'
import { useState } from 'react'
import type { Selection } from './case-table.tsx'

interface ChosenCases {
  readonly chosen: readonly CaseRow[]
  readonly selection: Selection
  readonly clear: () => void
}

/** Which of the listed rows are chosen. Rows that leave the list leave the choice: nobody decides what he cannot see. */
export function useSelection(rows: readonly CaseRow[]): ChosenCases {
  const [ids, setIds] = useState<ReadonlySet<string>>(new Set())
  const chosen = rows.filter((row) => ids.has(row.applicationId))
  const toggle = (row: CaseRow) => {
    const next = new Set(ids)
    if (!next.delete(row.applicationId)) next.add(row.applicationId)
    setIds(next)
  }
  const toggleAll = () => {
    setIds(chosen.length === rows.length ? new Set() : new Set(rows.map((row) => row.applicationId)))
  }
  return {
    chosen,
    selection: {
      chosen: new Set(chosen.map((row) => row.applicationId)),
      onToggle: toggle,
      onToggleAll: toggleAll,
    },
    clear: () => setIds(new Set()),
  }
}
