import type { OutputOf } from '@xingtan/contract/endpoint'
import type { listReasonsEndpoint } from '@xingtan/contract/office/case'
import { Input } from 'antd'
import { useId } from 'react'
import { basisText } from './basis-text.ts'
import './reason-picker.css'

type Reason = OutputOf<typeof listReasonsEndpoint>['reasons'][number]

/** Chosen reason codes with the note to each. */
export type ChosenReasons = ReadonlyMap<string, string>

interface ReasonPickerProps {
  readonly reasons: readonly Reason[]
  readonly chosen: ChosenReasons
  readonly onChange: (chosen: ChosenReasons) => void
  readonly error: string | undefined
}

/** The whole catalogue at once: every defect is named in one go (行政许可法 art. 32), each with room for its detail. */
export function ReasonPicker({ reasons, chosen, onChange, error }: ReasonPickerProps) {
  const errorId = useId()
  const toggle = (code: string) => {
    const next = new Map(chosen)
    if (!next.delete(code)) next.set(code, '')
    onChange(next)
  }
  return (
    <fieldset className="reason-picker" aria-describedby={error === undefined ? undefined : errorId}>
      <legend>原因（可以多选，请一次列全）</legend>
      {error !== undefined && (
        <p id={errorId} className="field-error" role="alert">
          {error}
        </p>
      )}
      <ul>
        {reasons.map((reason) => (
          <li key={reason.code} data-chosen={chosen.has(reason.code)}>
            <label>
              <input type="checkbox" checked={chosen.has(reason.code)} onChange={() => toggle(reason.code)} />
              <span>
                {reason.title}
                {reason.basis !== null && <span className="quiet">{basisText(reason.basis)}</span>}
              </span>
            </label>
            {chosen.has(reason.code) && (
              <Input
                aria-label={`${reason.title}：具体情况（选填）`}
                placeholder="具体情况（选填，申请人会看到）"
                maxLength={300}
                value={chosen.get(reason.code) ?? ''}
                onChange={(event) => onChange(new Map(chosen).set(reason.code, event.target.value))}
              />
            )}
          </li>
        ))}
      </ul>
    </fieldset>
  )
}

/** The reasons as the endpoints take them: an empty note is none. */
export function toReasonChoices(chosen: ChosenReasons): { code: string; note: string | null }[] {
  return [...chosen].map(([code, note]) => ({ code, note: note.trim() === '' ? null : note.trim() }))
}
