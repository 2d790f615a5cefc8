import './certificate.css'
import { queryCertificateEndpoint } from '@xingtan/contract/certificate'
import type { OutputOf } from '@xingtan/contract/endpoint'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary, type SummaryError } from '@xingtan/ui/components/error-summary'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { cleanCode, cleanNumber, cleanPhone } from '../../phone-code/clean-digits.ts'
import { PhoneCodeFields } from '../../phone-code/phone-code-fields.tsx'
import { usePhoneCode } from '../../phone-code/use-phone-code.ts'

export interface CertificateQueryFormProps {
  readonly onAnswer: (answer: OutputOf<typeof queryCertificateEndpoint>) => void
  /** An answer stands above already. */
  readonly isRepeated: boolean
}

const EMPTY = { name: '', documentNumber: '', certificateNumber: '', phone: '', code: '' }
const Typed = queryCertificateEndpoint.input.omit({ phoneCodeId: true })
const NO_CODE: SummaryError = { fieldId: 'phone', sentence: '请先获取短信验证码，验证手机号码。' }

/** The fields of the handbook with a verified phone; what was typed stays for the next try. */
export function CertificateQueryForm({ onAnswer, isRepeated }: CertificateQueryFormProps) {
  const [values, setValues] = useState(EMPTY)
  const phoneCode = usePhoneCode('certificate-query', values.phone)
  const errors = useFormErrors({ 'account.code-wrong': 'code', 'certificate.query-limit': 'phone' })
  const set = (change: Partial<typeof EMPTY>): void => {
    errors.touch(...Object.keys(change))
    setValues((before) => ({ ...before, ...change }))
  }
  const command = useCommand(queryCertificateEndpoint, {
    onSuccess: (answer) => {
      errors.clear()
      // A code is good for one question.
      phoneCode.forget()
      set({ code: '' })
      onAnswer(answer)
    },
    onError: errors.refuse,
  })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const input = {
      name: values.name,
      documentNumber: cleanNumber(values.documentNumber),
      certificateNumber: cleanNumber(values.certificateNumber),
      phone: cleanPhone(values.phone),
      code: cleanCode(values.code),
    }
    const { sent } = phoneCode
    const isPhoneGiven = Typed.shape.phone.safeParse(input.phone).success
    const isGood = errors.check(Typed, input, sent === undefined && isPhoneGiven ? [NO_CODE] : [])
    if (isGood && sent !== undefined) command.mutate({ input: { ...input, phoneCodeId: sent.phoneCodeId } })
  }
  const text = (id: 'name' | 'documentNumber' | 'certificateNumber') => ({
    id,
    value: values[id],
    onChange: (value: string) => set({ [id]: value }),
    error: errors.errorFor(id),
  })
  return (
    <form className="certificate-form" noValidate onSubmit={submit} aria-label="证书信息">
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <TextField {...text('name')} label="姓名" hint="证书持有人的姓名，与证书完全一致。" />
      <TextField {...text('documentNumber')} label="证件号码" hint="证书持有人的证件号码，与证书完全一致。" />
      <TextField
        {...text('certificateNumber')}
        label="证书号码"
        hint="证书上的 17 位数字，可以连同空格一起粘贴。"
        inputMode="numeric"
      />
      <PhoneCodeFields
        phone={values.phone}
        onPhone={(phone) => set({ phone })}
        code={values.code}
        onCode={(code) => set({ code })}
        state={phoneCode}
        phoneHint="查询人的 11 位手机号码，每个号码每天可以查询的次数有限。"
        errorFor={errors.errorFor}
      />
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在查询' : undefined}>
          {isRepeated ? '再次查询证书' : '查询证书'}
        </Button>
      </div>
    </form>
  )
}
