import './account.css'
import { Register, registerEndpoint } from '@xingtan/contract/account'
import { DOCUMENT_TYPE_NAMES, DocumentType } from '@xingtan/contract/document'
import { Button } from '@xingtan/ui/components/button'
import { ErrorSummary, type SummaryError } from '@xingtan/ui/components/error-summary'
import { PasswordField } from '@xingtan/ui/components/password-field'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { useCommand } from '@xingtan/ui/use-command'
import { useFormErrors } from '@xingtan/ui/use-form-errors'
import { type FormEvent, useState } from 'react'
import { cleanCode, cleanNumber, cleanPhone } from '../../phone-code/clean-digits.ts'
import { PhoneCodeFields } from '../../phone-code/phone-code-fields.tsx'
import { usePhoneCode } from '../../phone-code/use-phone-code.ts'

/** The one document this release can prove; the others are shown with the reason (ACC-1). */
const AVAILABLE: DocumentType = 'resident-id'
const EMPTY = { documentNumber: '', name: '', phone: '', code: '', password: '' }
const Typed = Register.omit({ phoneCodeId: true })
const NO_CODE: SummaryError = { fieldId: 'phone', sentence: '请先获取短信验证码，验证手机号码。' }

const DOCUMENT_OPTIONS = DocumentType.options.map((value) => ({
  value,
  label: DOCUMENT_TYPE_NAMES[value],
  isDisabled: value !== AVAILABLE,
}))

function PasswordRules() {
  return (
    <>
      至少 8
      个字符，任何文字、数字、符号和空格都可以，不要求混合。不能是常见密码、连续或重复的字符，也不能含有您的证件号码、出生日期或手机号。可以用几个互不相关的词连成一句话。
    </>
  )
}

interface IdentityFieldsProps {
  readonly values: typeof EMPTY
  readonly set: (change: Partial<typeof EMPTY>) => void
  readonly errorFor: (fieldId: string) => string | undefined
}

function IdentityFields({ values, set, errorFor }: IdentityFieldsProps) {
  return (
    <section className="account-section" aria-labelledby="register-identity">
      <h2 id="register-identity">证件信息</h2>
      <RadioGroup
        id="documentType"
        label="证件类型"
        hint="目前只能使用居民身份证注册，其他证件的注册办法请咨询当地认定机构。"
        value={AVAILABLE}
        options={DOCUMENT_OPTIONS}
        onChange={() => undefined}
        error={errorFor('documentType')}
      />
      <TextField
        id="documentNumber"
        label="证件号码"
        hint="18 位居民身份证号码，末位是 X 的请填写 X。注册后不能更改。"
        value={values.documentNumber}
        onChange={(documentNumber) => set({ documentNumber })}
        error={errorFor('documentNumber')}
      />
      <TextField
        id="name"
        label="姓名"
        hint="与身份证完全一致；少数民族姓名中的间隔号请填写“·”。"
        autoComplete="name"
        value={values.name}
        onChange={(name) => set({ name })}
        error={errorFor('name')}
      />
    </section>
  )
}

/** One form, every reason at once, nothing typed is lost. */
export function RegisterForm({ onRegistered }: { readonly onRegistered: () => void }) {
  const [values, setValues] = useState(EMPTY)
  const phoneCode = usePhoneCode('register', values.phone)
  const errors = useFormErrors({ 'account.code-wrong': 'code' })
  const set = (change: Partial<typeof EMPTY>): void => {
    errors.touch(...Object.keys(change))
    setValues((before) => ({ ...before, ...change }))
  }
  const command = useCommand(registerEndpoint, { onSuccess: onRegistered, onError: errors.refuse })
  const submit = (event: FormEvent): void => {
    event.preventDefault()
    if (command.isPending) return
    const input = {
      documentType: AVAILABLE,
      documentNumber: cleanNumber(values.documentNumber),
      name: values.name,
      phone: cleanPhone(values.phone),
      code: cleanCode(values.code),
      password: values.password,
    }
    const { sent } = phoneCode
    const isPhoneGiven = Register.shape.phone.safeParse(input.phone).success
    const isGood = errors.check(Typed, input, sent === undefined && isPhoneGiven ? [NO_CODE] : [])
    if (isGood && sent !== undefined) command.mutate({ input: { ...input, phoneCodeId: sent.phoneCodeId } })
  }
  return (
    <form className="account-form" noValidate onSubmit={submit}>
      <ErrorSummary key={errors.form.attempt} {...errors.form} />
      <IdentityFields values={values} set={set} errorFor={errors.errorFor} />
      <section className="account-section" aria-labelledby="register-phone">
        <h2 id="register-phone">手机验证</h2>
        <PhoneCodeFields
          phone={values.phone}
          onPhone={(phone) => set({ phone })}
          code={values.code}
          onCode={(code) => set({ code })}
          state={phoneCode}
          phoneHint="11 位中国内地手机号码，用于登录验证和接收办理通知。"
          errorFor={errors.errorFor}
        />
      </section>
      <section className="account-section" aria-labelledby="register-password">
        <h2 id="register-password">设置密码</h2>
        <PasswordField
          id="password"
          label="密码"
          hint={<PasswordRules />}
          autoComplete="new-password"
          value={values.password}
          onChange={(password) => set({ password })}
          error={errors.errorFor('password')}
        />
      </section>
      <div className="button-row">
        <Button kind="primary" type="submit" busy={command.isPending ? '正在注册' : undefined}>
          注册并开始实名核验
        </Button>
      </div>
    </form>
  )
}
