import { ScrollRegion } from '../../components/scroll-region.tsx'
import type { Case, CaseDraft, Missing } from './case-draft.ts'
import { ChecklistLine } from './checklist-line.tsx'
import { MaterialList } from './material-list.tsx'
import { MedicalSection } from './medical-section.tsx'

interface ChecklistPaneProps {
  readonly view: Case
  readonly draft: CaseDraft
  readonly onDraft: (draft: CaseDraft) => void
  readonly missing: readonly Missing[]
  /** Whether this officer may judge now. */
  readonly isEditable: boolean
  /** Enter in the day or the hospital: goes on to the decision. */
  readonly onEnter: () => void
}

/** Left pane: each requirement with the machine's fact, the officer's judgement and the source. */
export function ChecklistPane({ view, draft, onDraft, missing, isEditable, onEnter }: ChecklistPaneProps) {
  return (
    <ScrollRegion className="pane pane-checklist" labelledBy="pane-checklist">
      <h2 id="pane-checklist">核验清单</h2>
      <ol className="check-lines">
        {view.checklist.map((line, index) => (
          <ChecklistLine
            key={line.code}
            line={line}
            position={index + 1}
            draft={draft}
            onDraft={onDraft}
            missing={missing}
            isEditable={isEditable}
          />
        ))}
      </ol>
      <MedicalSection
        view={view}
        draft={draft}
        onDraft={onDraft}
        missing={missing}
        isEditable={isEditable}
        onEnter={onEnter}
      />
      <MaterialList materials={view.materials} />
    </ScrollRegion>
  )
}
