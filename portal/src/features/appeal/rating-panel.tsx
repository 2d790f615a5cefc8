import { type Remedies, SCORE_TITLES, getRemediesEndpoint, rateServiceEndpoint } from '@xingtan/contract/appeal'
import { Button } from '@xingtan/ui/components/button'
import { ErrorState } from '@xingtan/ui/components/error-state'
import { Panel } from '@xingtan/ui/components/panel'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { useToast } from '@xingtan/ui/use-toast'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'

interface RatingPanelProps {
  readonly applicationId: string
  readonly rating: Remedies['rating']
}

/** 评价 once, after the conclusion; it changes nothing about the case. */
export function RatingPanel({ applicationId, rating: { given, canRate } }: RatingPanelProps) {
  if (given !== null) {
    return (
      <Panel title="评价服务">
        <p>您的评价：{SCORE_TITLES[given.score - 1]}</p>
        {given.words !== null && <p className="review-words">{given.words}</p>}
        <p className="hint">感谢您的评价，认定机构会据此改进服务。</p>
      </Panel>
    )
  }
  return canRate ? <RatingForm applicationId={applicationId} /> : null
}

function RatingForm({ applicationId }: { readonly applicationId: string }) {
  const client = useQueryClient()
  const announce = useToast()
  const [score, setScore] = useState('')
  const [words, setWords] = useState('')
  const { errorFor, check, touch } = useFormErrors()
  const rate = useCommand(rateServiceEndpoint, {
    onSuccess: () => {
      announce('评价已提交。')
      void client.invalidateQueries({ queryKey: [getRemediesEndpoint.name] })
    },
  })
  const submit = () => {
    const said = words.trim() === '' ? null : words
    const input = { applicationId, score: score === '' ? Number.NaN : Number(score), words: said }
    if (check(rateServiceEndpoint.input, input)) rate.mutate({ input })
  }
  return (
    <Panel title="评价服务">
      <form
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          submit()
        }}
      >
        <RadioGroup
          id="score"
          label="您对这次办理是否满意"
          hint="评价不影响您的申请，提交后不能修改，认定机构看不到评价人的姓名。"
          isInline
          value={score}
          error={errorFor('score')}
          onChange={(value) => {
            setScore(value)
            touch('score')
          }}
          options={SCORE_TITLES.map((label, index) => ({ value: String(index + 1), label })).toReversed()}
        />
        <TextareaField
          id="rating-words"
          label="意见和建议"
          isOptional
          rows={3}
          maxLength={300}
          value={words}
          error={errorFor('words')}
          onChange={(value) => {
            setWords(value)
            touch('words')
          }}
        />
        {rate.error !== null && <ErrorState error={rate.error} />}
        <div className="button-row">
          <Button type="submit" busy={rate.isPending ? '正在提交' : undefined}>
            提交评价
          </Button>
        </div>
      </form>
    </Panel>
  )
}
