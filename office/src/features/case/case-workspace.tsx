import { useToast } from '@xingtan/ui/use-toast'
import { useState } from 'react'
import { useNavigate, useSearchParams } from 'react-router'
import { useDeskCall } from '../../components/use-desk-call.ts'
import { useOfficer } from '../../session/officer-context.ts'
import { type CaseDialog, acceptingDialog, isAllowed, refusingDialog } from './case-actions.ts'
import { CaseDialogs } from './case-dialogs.tsx'
import {
  type Case,
  type CaseDraft,
  type Missing,
  acceptAll,
  judgementId,
  listMissing,
  startDraft,
  withWholeDay,
} from './case-draft.ts'
import { CaseHeader } from './case-header.tsx'
import { ChecklistPane } from './checklist-pane.tsx'
import { DecisionBar } from './decision-bar.tsx'
import { EvidencePane } from './evidence-pane.tsx'
import { HistoryPane } from './history-pane.tsx'
import { areKeysOn, lastHospital, setKeysOn } from './keys-setting.ts'
import { useCaseKeys } from './use-case-keys.ts'

const NOTHING: readonly Missing[] = []

function focusOn(id: string): void {
  const target = document.getElementById(id)
  target?.focus({ preventScroll: true })
  target?.scrollIntoView({ block: 'center' })
}

interface WorkspaceProps {
  readonly view: Case
  readonly refetch: () => Promise<unknown>
}

/** Three panes, a bar that says what will happen, and the keys. What is entered here outlives a new reading. */
export function CaseWorkspace({ view, refetch }: WorkspaceProps) {
  const { today } = useOfficer()
  const navigate = useNavigate()
  const announce = useToast()
  const deskCall = useDeskCall()
  const [draft, setDraft] = useState(() => startDraft(view))
  const [search] = useSearchParams()
  // From the list of corrections one comes to answer, not to look.
  const [open, setOpen] = useState<CaseDialog | undefined>(() =>
    search.get('act') === 'correct' && isAllowed(view, 'correct') ? 'correct' : undefined,
  )
  const [isChecked, setIsChecked] = useState(false)
  const [hasKeys, setHasKeys] = useState(() => areKeysOn(localStorage))
  const canConfirm = isAllowed(view, 'confirm')
  const missing = canConfirm && isChecked ? listMissing(draft, view.checklist, today) : NOTHING
  const accept = (given: CaseDraft = draft) => {
    const ready = canConfirm ? withWholeDay(given, today) : given
    setDraft(ready)
    const first = canConfirm ? listMissing(ready, view.checklist, today)[0] : undefined
    setIsChecked(true)
    if (first === undefined) return setOpen(acceptingDialog(view))
    return focusOn(first.target)
  }
  const goNext = () => {
    // A case that was called from the line leads to the next number, not to the next row of the queue.
    if (deskCall.number !== null) deskCall.callNext()
    else if (view.nextApplicationId === null) announce('队列中没有下一件。')
    else void navigate(`/cases/${view.nextApplicationId}`)
  }
  useCaseKeys(
    {
      onLine: (index) => {
        const line = view.checklist[index]
        if (line !== undefined) focusOn(`${judgementId(line)}-line`)
      },
      onAccept: () => accept(),
      onAcceptAll: () => {
        if (canConfirm) accept(acceptAll(draft, view.checklist, lastHospital(localStorage)))
      },
      onRefuse: () => setOpen(refusingDialog(view)),
      onMessage: () => setOpen(isAllowed(view, 'return') ? 'return' : undefined),
      onNext: goNext,
      onHelp: () => setOpen('keys'),
    },
    hasKeys,
  )
  return (
    <div className="case">
      <CaseHeader view={view} onOpen={setOpen} refetch={refetch} />
      <nav className="pane-links" aria-label="本页内容">
        <a href="#pane-evidence">照片与材料</a>
        <a href="#pane-checklist">核验清单</a>
        <a href="#pane-history">核查与经过</a>
      </nav>
      <div className="case-panes">
        <ChecklistPane
          view={view}
          draft={draft}
          onDraft={setDraft}
          missing={missing}
          isEditable={canConfirm}
          onEnter={() => accept()}
        />
        <EvidencePane view={view} />
        <HistoryPane view={view} onOpen={setOpen} />
      </div>
      <DecisionBar view={view} onAccept={() => accept()} onOpen={setOpen} onNext={goNext} missing={missing} />
      <CaseDialogs
        view={view}
        draft={draft}
        open={open}
        onOpen={setOpen}
        onClose={() => setOpen(undefined)}
        onNext={goNext}
        hasKeys={hasKeys}
        onKeys={(isOn) => {
          setKeysOn(localStorage, isOn)
          setHasKeys(isOn)
        }}
      />
    </div>
  )
}
