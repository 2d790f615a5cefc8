import { CONSULTATION_OUTCOME_TITLES, type ConsultationOutcome } from '@xingtan/contract/consultation'
import { answerConsultationEndpoint } from '@xingtan/contract/office/consultation'
import { Button, Input, Radio, Select } from 'antd'
import { type FormEvent, useId, useState } from 'react'
import { Field } from '../../components/field.tsx'
import { ProblemAlert } from '../../components/problem-alert.tsx'
import type { ConsultationItem } from './consultation-item.ts'
import { useItemCommand } from './use-item-command.ts'

const SHORTEST = 10

/** The answer with its outcome; a ready text may be laid in and changed. What was typed stays when it is refused. */
export function AnswerForm({ item }: { readonly item: ConsultationItem }) {
  const { consultationId } = item.row
  const [outcome, setOutcome] = useState<ConsultationOutcome>()
  const [text, setText] = useState('')
  const [note, setNote] = useState('')
  const [tried, setTried] = useState(false)
  const outcomeError = useId()
  const answer = useItemCommand(answerConsultationEndpoint, { say: '答复已发出。', onDone: () => setText('') })
  const isShort = text.trim().length < SHORTEST
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setTried(true)
    if (outcome !== undefined && !isShort) answer.mutate({ input: { consultationId, outcome, text, note } })
  }
  return (
    <form className="consultation-answer" noValidate onSubmit={submit} aria-label="答复">
      <fieldset className="field" aria-describedby={tried && outcome === undefined ? outcomeError : undefined}>
        <legend>办理结果</legend>
        <Radio.Group
          value={outcome}
          // The values are those of the options below.
          onChange={(event) => setOutcome(event.target.value as ConsultationOutcome)}
          options={item.outcomes.map((each) => ({ value: each, label: CONSULTATION_OUTCOME_TITLES[each] }))}
        />
        {tried && outcome === undefined && (
          <p id={outcomeError} className="field-error">
            请选择办理结果。
          </p>
        )}
      </fieldset>
      {item.templates.length > 0 && (
        <Field label="常用语（选填）" hint="选择后填入答复内容，可以修改。">
          {(aria) => (
            <Select
              {...aria}
              value={null}
              placeholder="请选择"
              options={item.templates.map(({ code, title }) => ({ value: code, label: title }))}
              onChange={(code: string | null) => {
                const ready = item.templates.find((each) => each.code === code)?.text ?? ''
                setText((before) => (before.trim() === '' ? ready : `${before}\n${ready}`))
              }}
            />
          )}
        </Field>
      )}
      <Field
        label="答复内容"
        hint="申请人可以看到，不写其他人的个人信息。"
        error={tried && isShort ? `答复内容至少写 ${SHORTEST} 个字。` : undefined}
      >
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={7}
            maxLength={2000}
            showCount
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        )}
      </Field>
      <Field label="内部备注（选填）" hint="只有工作人员可以看到。">
        {(aria) => (
          <Input.TextArea
            {...aria}
            rows={2}
            maxLength={500}
            value={note}
            onChange={(event) => setNote(event.target.value)}
          />
        )}
      </Field>
      {answer.isError && <ProblemAlert problem={answer.error} />}
      <p className="quiet">
        发出后不能修改。{item.contact === 'anonymous' ? '举报人凭查询码查看。' : '申请人会收到一条查看答复的短信。'}
      </p>
      <div className="section-actions">
        <Button type="primary" htmlType="submit" loading={answer.isPending}>
          发出答复
        </Button>
      </div>
    </form>
  )
}
