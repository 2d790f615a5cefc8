import { VettingStartDialog } from '../../components/vetting-start-dialog.tsx'
import { ApproveDialog } from './approve-dialog.tsx'
import type { CaseDialog } from './case-actions.ts'
import type { Case, CaseDraft } from './case-draft.ts'
import { ConfirmDialog } from './confirm-dialog.tsx'
import { CorrectDialog } from './correct-dialog.tsx'
import { DiplomaDialog } from './diploma-dialog.tsx'
import { HoldDialog } from './hold-dialog.tsx'
import { KeysDialog } from './keys-dialog.tsx'
import { LetterDialog } from './letter-dialog.tsx'
import { MoreDialog } from './more-dialog.tsx'
import { MoveDialog } from './move-dialog.tsx'
import { ReceiptDialog } from './receipt-dialog.tsx'
import { RefuseDialog } from './refuse-dialog.tsx'
import { ResumeDialog } from './resume-dialog.tsx'
import { ReturnDialog } from './return-dialog.tsx'
import { RevealDialog } from './reveal-dialog.tsx'
import { ReviewDialog } from './review-dialog.tsx'

interface DialogsProps {
  readonly view: Case
  readonly draft: CaseDraft
  readonly open: CaseDialog | undefined
  readonly onOpen: (dialog: CaseDialog) => void
  readonly onClose: () => void
  readonly onNext: () => void
  readonly hasKeys: boolean
  readonly onKeys: (isOn: boolean) => void
}

/** The one question that is open, if any. */
export function CaseDialogs({ view, draft, open, onOpen, onClose, onNext, hasKeys, onKeys }: DialogsProps) {
  const base = { view, onClose }
  const vettingProps = { applicationIds: [view.row.applicationId], onClose, onStarted: () => undefined }
  switch (open) {
    case 'confirm':
      return <ConfirmDialog {...base} draft={draft} onNext={onNext} />
    case 'refuse-confirmation':
    case 'refuse':
      return <RefuseDialog {...base} key={open} kind={open} />
    case 'return':
      return <ReturnDialog {...base} />
    case 'review-pass':
      return <ReviewDialog {...base} key={open} opinion="pass" />
    case 'review-fail':
      return <ReviewDialog {...base} key={open} opinion="fail" />
    case 'approve':
      return <ApproveDialog {...base} onNext={onNext} />
    case 'diploma':
      return <DiplomaDialog {...base} />
    case 'vet-crime':
      return <VettingStartDialog {...vettingProps} kind="crime" />
    case 'vet-offence':
      return <VettingStartDialog {...vettingProps} kind="offence" />
    case 'receipt':
      return <ReceiptDialog {...base} />
    case 'reveal':
      return <RevealDialog {...base} />
    case 'more':
      return <MoreDialog {...base} onOpen={onOpen} />
    case 'hold':
      return <HoldDialog {...base} />
    case 'resume':
      return <ResumeDialog {...base} />
    case 'move':
      return <MoveDialog {...base} />
    case 'correct':
      return <CorrectDialog {...base} />
    case 'letter':
      return <LetterDialog {...base} />
    case 'keys':
      return <KeysDialog isOn={hasKeys} onChange={onKeys} onClose={onClose} />
    default:
      return null
  }
}
