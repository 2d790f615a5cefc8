import { REVIEW_OUTCOME_TITLES, ReviewOutcome } from '@xingtan/contract/appeal'
import { type ReviewRequestView, answerReviewRequestEndpoint } from '@xingtan/contract/office/appeal'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useState } from 'react'
import { ActForm } from '../../components/act-form.tsx'

const HINTS: Readonly<Record<ReviewOutcome, string>> = {
  upheld: '申请人会收到复查意见和救济途径，结论不变。',
  reopened: '由另一名工作人员在「移送与更正」中复核同意后，原结论撤回，重新审核和审批。',
}

const DONE: Readonly<Record<ReviewOutcome, string>> = {
  upheld: '已答复维持原结论，申请人会收到复查意见。',
  reopened: '已提出更正，请另一名工作人员在「移送与更正」中复核。',
}

interface AnswerProps {
  readonly view: ReviewRequestView
  readonly onClose: () => void
}

/** The answer of somebody who neither reviewed nor decided; signed with the key. */
export function AnswerDialog({ view, onClose }: AnswerProps) {
  const [outcome, setOutcome] = useState<ReviewOutcome>()
  const [answer, setAnswer] = useState('')
  const { row, version } = view
  return (
    <ActForm
      endpoint={answerReviewRequestEndpoint}
      title={`答复复查申请：${row.name}`}
      input={{ requestId: row.requestId, version, outcome, answer }}
      submitText="答复申请人"
      done={() => (outcome === undefined ? '' : DONE[outcome])}
      onClose={onClose}
    >
      {({ errorFor, touch }) => (
        <>
          <RadioGroup
            id="outcome"
            label="复查结果"
            value={outcome ?? ''}
            error={errorFor('outcome')}
            onChange={(value) => {
              setOutcome(ReviewOutcome.parse(value))
              touch('outcome')
            }}
            options={ReviewOutcome.options.map((value) => ({
              value,
              label: REVIEW_OUTCOME_TITLES[value],
              hint: HINTS[value],
            }))}
          />
          <TextareaField
            id="answer"
            label="复查意见"
            hint="申请人会看到，写明核对了什么、结果如何。"
            maxLength={500}
            value={answer}
            error={errorFor('answer')}
            onChange={(value) => {
              setAnswer(value)
              touch('answer')
            }}
          />
        </>
      )}
    </ActForm>
  )
}
