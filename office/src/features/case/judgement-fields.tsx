import { Input } from 'antd'
import { type CaseDraft, type Line, type Missing, judgementId, withJudgement } from './case-draft.ts'
import { TwoChoice } from '../../components/two-choice.tsx'

interface JudgementProps {
  readonly line: Line
  readonly draft: CaseDraft
  readonly onDraft: (draft: CaseDraft) => void
  readonly missing: readonly Missing[]
}

/** The officer's own look at a paper original or a face: it fits or it does not, with a note when there is one. */
export function JudgementFields({ line, draft, onDraft, missing }: JudgementProps) {
  const id = judgementId(line)
  const judgement = draft.judgements.get(line.code)
  const error = missing.find(({ target }) => target === id)?.sentence
  return (
    <div className="judgement">
      <TwoChoice
        id={id}
        legend={`人工核验：${line.title}`}
        yes="相符"
        no="不符"
        value={judgement?.accepted}
        error={error}
        onChange={(accepted) => onDraft(withJudgement(draft, line.code, { accepted }))}
      />
      {judgement?.accepted !== undefined && (
        <Input
          aria-label={`${line.title}的核验说明（选填）`}
          placeholder={judgement.accepted ? '说明（选填）' : '请写明不符之处'}
          maxLength={300}
          value={judgement.note}
          onChange={(event) => onDraft(withJudgement(draft, line.code, { note: event.target.value }))}
        />
      )}
    </div>
  )
}
