import './two-choice.css'

interface TwoChoiceProps {
  /** Stands on the first choice, so that the page can lead the focus there. */
  readonly id: string
  readonly legend: string
  readonly isLegendShown?: boolean
  readonly yes: string
  readonly no: string
  readonly value: boolean | undefined
  readonly error?: string | undefined
  readonly onChange: (value: boolean) => void
}

/** Two answers side by side, none chosen beforehand. */
export function TwoChoice({ id, legend, isLegendShown, yes, no, value, error, onChange }: TwoChoiceProps) {
  const choices = [
    { title: yes, answer: true, inputId: id },
    { title: no, answer: false, inputId: `${id}-no` },
  ]
  return (
    <fieldset className="two-choice" aria-describedby={error === undefined ? undefined : `${id}-error`}>
      <legend className={isLegendShown === true ? undefined : 'visually-hidden'}>{legend}</legend>
      <div className="two-choice-row">
        {choices.map(({ title, answer, inputId }) => (
          <label key={title} data-chosen={value === answer} data-answer={answer}>
            <input type="radio" id={inputId} name={id} checked={value === answer} onChange={() => onChange(answer)} />
            {title}
          </label>
        ))}
      </div>
      {error !== undefined && (
        <p id={`${id}-error`} className="field-error">
          {error}
        </p>
      )}
    </fieldset>
  )
}
