import { Button } from 'antd'
import { useState } from 'react'
import { hasRole, useOfficer } from '../../session/officer-context.ts'
import type { Case } from './case-draft.ts'
import { VettingDetailDialog } from './vetting-detail-dialog.tsx'

/** The way to what the sources wrote, for the two named roles alone (DEC-2). */
export function VettingDetail({ view }: { readonly view: Case }) {
  const officer = useOfficer()
  const [isOpen, setOpen] = useState(false)
  if (!hasRole(officer, 'vet', 'approve') || view.vetting.every(({ answeredAt }) => answeredAt === null)) return null
  return (
    <div className="vetting-detail">
      <Button onClick={() => setOpen(true)}>查看核查说明</Button>
      {isOpen && <VettingDetailDialog applicationId={view.row.applicationId} onClose={() => setOpen(false)} />}
    </div>
  )
}
