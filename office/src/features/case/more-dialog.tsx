import { Button } from 'antd'
import { Dialog } from '../../components/dialog.tsx'
import type { CaseDialog } from './case-actions.ts'
import type { Case } from './case-draft.ts'
import { listMoreActs } from './more-acts.ts'

interface MoreProps {
  readonly view: Case
  readonly onOpen: (dialog: CaseDialog) => void
  readonly onClose: () => void
}

/** 更多办理: the rarer acts, each with one sentence on when it is used. */
export function MoreDialog({ view, onOpen, onClose }: MoreProps) {
  return (
    <Dialog title={`更多办理：${view.row.name}`} onClose={onClose}>
      <ul className="more-acts">
        {listMoreActs(view).map(({ dialog, title, when }) => (
          <li key={dialog}>
            <Button onClick={() => onOpen(dialog)}>{title}</Button>
            <span>{when}</span>
          </li>
        ))}
      </ul>
    </Dialog>
  )
}
