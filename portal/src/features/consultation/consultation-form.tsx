import './consultation.css'
import {
  CONSULTATION_KIND_TITLES,
  CONSULTATION_TOPIC_TITLES,
  type ConsultationKind,
  TOPICS_BY_KIND,
  submitConsultationEndpoint,
} from '@xingtan/contract/consultation'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary } from '@xingtan/ui/components/error-summary'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { TextareaField } from '@xingtan/ui/components/textarea-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { usePhoneCode } from '../../phone-code/use-phone-code.ts'
import { SecurityCheck } from '../../security-check/security-check.tsx'
import { type ConsultationValues, EMPTY_VALUES, cleanValues, missingIn, toInput } from './consultation-values.ts'
import { ContactFields } from './contact-fields.tsx'
import { DeskFields } from './desk-fields.tsx'

interface ConsultationFormProps {
  readonly kind: ConsultationKind
  readonly ownName: string | undefined
  readonly onTaken: (taken: OutputOf<typeof submitConsultationEndpoint>) => void
}

/** Values, errors and sending of the form. What was typed stays for the next try. */
function useConsultationForm({ kind, onTaken }: ConsultationFormProps) {
  const [values, setValues] = useState(EMPTY_VALUES)
  const [isProving, setProving] = useState(false)
  const phoneCode = usePhoneCode('consultation', values.phone)
  const errors = useFormErrors({ 'account.code-wrong': 'code', 'consultation.daily-limit': 'contact' })
  const set = (change: Partial<ConsultationValues>): void => {
    errors.touch(...Object.keys(change))
    setValues((before) => ({ ...before, ...change }))
  }
  const command = useCommand(submitConsultationEndpoint, { onSuccess: onTaken, onError: errors.refuse })
  const send = (proven: { proof?: string; phoneCodeId?: string | undefined }): void => {
    setProving(false)
    command.mutate({ input: toInput(kind, cleanValues(values), proven) })
  }
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const { sent } = phoneCode
    const missing = missingIn(cleanValues(values), sent !== undefined)
    if (missing.length > 0) errors.show(missing)
    else if (values.contact === 'anonymous') {
      errors.clear()
      setProving(true)
    } else send({ phoneCodeId: sent?.phoneCodeId })
  }
  return { values, set, errors, phoneCode, isProving, setProving, send, submit, isPending: command.isPending }
}

/** 在线咨询 in the fixed format of 邮件咨询: matter, place, what happened, whom to answer (PUB-6). */
export function ConsultationForm(props: ConsultationFormProps) {
  const { kind, ownName } = props
  const form = useConsultationForm(props)
  const { values, set, errors } = form
  const { errorFor } = errors
  const title = CONSULTATION_KIND_TITLES[kind]
  return (
    <form className="consultation-form" noValidate onSubmit={form.submit} aria-label={`填写${title}`}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <RadioGroup
        id="topic"
        label="事项"
        isInline
        value={values.topic}
        options={TOPICS_BY_KIND[kind].map((topic) => ({ value: topic, label: CONSULTATION_TOPIC_TITLES[topic] }))}
        onChange={(topic) => set({ topic })}
        error={errorFor('topic')}
      />
      <DeskFields
        kind={kind}
        value={values.agencyCode}
        onChange={(agencyCode) => set({ agencyCode })}
        error={errorFor('agencyCode')}
      />
      <TextField
        id="title"
        label="标题"
        hint="用一句话说明事情，不写姓名和号码，例如：收不到短信验证码。"
        value={values.title}
        onChange={(next) => set({ title: next })}
        error={errorFor('title')}
      />
      <TextareaField
        id="body"
        label="具体内容"
        hint="请不要写密码和短信验证码。"
        rows={8}
        maxLength={2000}
        value={values.body}
        onChange={(body) => set({ body })}
        error={errorFor('body')}
      />
      <TextField
        id="occurred"
        label="发生的时间、所在页面、页面上的提示"
        hint="例如：10 月 12 日上午 9 点，实名核验页面，提示“核验未通过”和编号。"
        isOptional
        value={values.occurred}
        onChange={(occurred) => set({ occurred })}
        error={errorFor('occurred')}
      />
      <TextField
        id="registrationNumber"
        label="报名号"
        hint="已经报名的请填写，15 位数字。"
        inputMode="numeric"
        isOptional
        isShort
        value={values.registrationNumber}
        onChange={(registrationNumber) => set({ registrationNumber })}
        error={errorFor('registrationNumber')}
      />
      <ContactFields
        kind={kind}
        ownName={ownName}
        values={values}
        set={set}
        phoneCode={form.phoneCode}
        errorFor={errorFor}
      />
      {form.isProving ? (
        <section aria-label="安全验证">
          <p className="field-label">安全验证</p>
          <p className="hint">通过后立即提交举报。</p>
          <SecurityCheck
            purpose="consultation"
            takesFocus
            onProof={(proof) => form.send({ proof })}
            alternative={{ title: '不用拖动，改用电脑计算验证' }}
          >
            <Button kind="quiet" onClick={() => form.setProving(false)}>
              返回修改
            </Button>
          </SecurityCheck>
        </section>
      ) : (
        <div className="button-row">
          <Button kind="primary" type="submit" busy={form.isPending ? '正在提交' : undefined}>
            提交{title}
          </Button>
        </div>
      )}
    </form>
  )
}
