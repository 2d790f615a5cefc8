import './error-summary.css'
import { type MouseEvent, useEffect, useRef } from 'react'

export interface SummaryError {
  /** Id of the field the sentence is about; without it the sentence stands alone. */
  readonly fieldId?: string | undefined
  readonly sentence: string
  /** The clause or notice behind the rule. */
  readonly basis?: string | undefined
}

export interface ErrorSummaryProps {
  readonly errors: readonly SummaryError[]
  readonly title?: string
  /** For the help desk, when the server refused. */
  readonly correlationId?: string | undefined
}

function goToField(event: MouseEvent, fieldId: string): void {
  const field = document.getElementById(fieldId)
  if (field === null) return
  event.preventDefault()
  field.focus()
  field.closest('.field')?.scrollIntoView({ block: 'center' })
}

/**
 * Everything that must be put right, at the top of the form; takes focus and leads to each field. Give it a `key` that
 * changes with every try, so that it takes focus again when the same errors come back.
 */
export function ErrorSummary({ errors, title, correlationId }: ErrorSummaryProps) {
  const box = useRef<HTMLElement>(null)
  const hasErrors = errors.length > 0
  useEffect(() => {
    if (hasErrors) box.current?.focus()
  }, [hasErrors])
  if (!hasErrors) return null
  return (
    <section className="error-summary" ref={box} tabIndex={-1} aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{title ?? `有 ${errors.length} 处需要处理`}</h2>
      <ul>
        {errors.map(({ fieldId, sentence, basis }) => (
          <li key={`${fieldId ?? ''}${sentence}`}>
            {fieldId === undefined ? (
              sentence
            ) : (
              <a href={`#${fieldId}`} onClick={(event) => goToField(event, fieldId)}>
                {sentence}
              </a>
            )}
            {basis !== undefined && <span className="hint">（依据：{basis}）</span>}
          </li>
        ))}
      </ul>
      {correlationId !== undefined && correlationId !== '' && <p className="hint">咨询时请提供编号：{correlationId}</p>}
    </section>
  )
}
