import './consultation.css'
import { rateConsultationEndpoint } from '@xingtan/contract/consultation'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'

interface RatingFormProps {
  readonly number: string
  readonly queryCode: string
  readonly onRated: () => void
}

const SCORES = [
  ['5', '非常满意'],
  ['4', '满意'],
  ['3', '一般'],
  ['2', '不满意'],
  ['1', '非常不满意'],
] as const

/** 满意度, once. */
export function RatingForm({ number, queryCode, onRated }: RatingFormProps) {
  const [score, setScore] = useState('')
  const [solved, setSolved] = useState('')
  const errors = useFormErrors()
  const command = useCommand(rateConsultationEndpoint, { onSuccess: onRated, onError: errors.refuse })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const missing = [
      ...(score === '' ? [{ fieldId: 'score', sentence: '请选择满意程度。' }] : []),
      ...(solved === '' ? [{ fieldId: 'solved', sentence: '请选择问题是否解决。' }] : []),
    ]
    if (missing.length > 0) errors.show(missing)
    else command.mutate({ input: { number, queryCode, score: Number(score), isSolved: solved === 'yes' } })
  }
  return (
    <form className="consultation-form" noValidate onSubmit={submit} aria-label="评价">
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <RadioGroup
        id="score"
        label="满意程度"
        isInline
        value={score}
        options={SCORES.map(([value, label]) => ({ value, label }))}
        onChange={setScore}
        error={errors.errorFor('score')}
      />
      <RadioGroup
        id="solved"
        label="问题是否解决"
        isInline
        value={solved}
        options={[
          { value: 'yes', label: '已解决' },
          { value: 'no', label: '未解决' },
        ]}
        onChange={setSolved}
        error={errors.errorFor('solved')}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在提交' : undefined}>
          提交评价
        </Button>
      </div>
    </form>
  )
}
