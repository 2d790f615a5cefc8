import { formatDay } from '@xingtan/ui/date-format'
import { Input } from 'antd'
import { type Case, type CaseDraft, MEDICAL_IDS, type Missing } from './case-draft.ts'
import { parseDay } from './parse-day.ts'
import { TwoChoice } from '../../components/two-choice.tsx'

interface MedicalProps {
  readonly view: Case
  readonly draft: CaseDraft
  readonly onDraft: (draft: CaseDraft) => void
  readonly missing: readonly Missing[]
  readonly isEditable: boolean
  readonly onEnter: () => void
}

/** 体检结论: conclusion, day, hospital (CNF-5). */
export function MedicalSection({ view, draft, onDraft, missing, isEditable, onEnter }: MedicalProps) {
  if (!isEditable) return <MedicalFacts view={view} />
  const errorAt = (id: string) => missing.find(({ target }) => target === id)?.sentence
  const dayError = errorAt(MEDICAL_IDS.examinedOn)
  const hospitalError = errorAt(MEDICAL_IDS.hospital)
  return (
    <section className="medical" aria-labelledby="medical">
      <h3 id="medical">体检结论</h3>
      <TwoChoice
        id={MEDICAL_IDS.conclusion}
        legend="体检结论"
        yes="合格"
        no="不合格"
        value={draft.conclusion === undefined ? undefined : draft.conclusion === 'qualified'}
        error={errorAt(MEDICAL_IDS.conclusion)}
        onChange={(isFit) => onDraft({ ...draft, conclusion: isFit ? 'qualified' : 'unqualified' })}
      />
      <div className="field">
        <label htmlFor={MEDICAL_IDS.examinedOn}>体检日期</label>
        <Input
          id={MEDICAL_IDS.examinedOn}
          inputMode="numeric"
          autoComplete="off"
          maxLength={12}
          placeholder="例如 2026-09-14"
          value={draft.examinedOn}
          aria-invalid={dayError !== undefined}
          aria-describedby={dayError === undefined ? undefined : `${MEDICAL_IDS.examinedOn}-error`}
          onChange={(event) => onDraft({ ...draft, examinedOn: event.target.value })}
          onPressEnter={onEnter}
          onBlur={() => onDraft({ ...draft, examinedOn: parseDay(draft.examinedOn) ?? draft.examinedOn })}
        />
        <FieldError id={MEDICAL_IDS.examinedOn} sentence={dayError} />
      </div>
      <div className="field">
        <label htmlFor={MEDICAL_IDS.hospital}>体检医院</label>
        <Input
          id={MEDICAL_IDS.hospital}
          maxLength={60}
          onPressEnter={onEnter}
          value={draft.hospital}
          aria-invalid={hospitalError !== undefined}
          aria-describedby={hospitalError === undefined ? undefined : `${MEDICAL_IDS.hospital}-error`}
          onChange={(event) => onDraft({ ...draft, hospital: event.target.value })}
        />
        <FieldError id={MEDICAL_IDS.hospital} sentence={hospitalError} />
      </div>
    </section>
  )
}

function FieldError({ id, sentence }: { readonly id: string; readonly sentence: string | undefined }) {
  if (sentence === undefined) return null
  return (
    <p id={`${id}-error`} className="field-error">
      {sentence}
    </p>
  )
}

function MedicalFacts({ view }: { readonly view: Case }) {
  const { medical } = view
  return (
    <section className="medical" aria-labelledby="medical">
      <h3 id="medical">体检结论</h3>
      {medical === null ? (
        <p className="quiet">尚未登记。</p>
      ) : (
        <p>
          {medical.conclusion === 'qualified' ? '合格' : '不合格'}，{formatDay(medical.examinedOn)}，{medical.hospital}
        </p>
      )}
    </section>
  )
}
