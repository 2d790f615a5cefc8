import type { ConsultationKind } from '@xingtan/contract/consultation'
import { RadioGroup } from '@xingtan/ui/components/radio-group'
import { TextField } from '@xingtan/ui/components/text-field'
import { PhoneCodeFields } from '../../phone-code/phone-code-fields.tsx'
import type { PhoneCodeState } from '../../phone-code/use-phone-code.ts'
import type { ConsultationValues } from './consultation-values.ts'

interface ContactFieldsProps {
  readonly kind: ConsultationKind
  /** Masked name of the account, when somebody is signed in. */
  readonly ownName: string | undefined
  readonly values: ConsultationValues
  readonly set: (change: Partial<ConsultationValues>) => void
  readonly phoneCode: PhoneCodeState
  readonly errorFor: (fieldId: string) => string | undefined
}

/** Who writes: the account, a verified phone, or nobody who can be named (reports alone). */
export function ContactFields({ kind, ownName, values, set, phoneCode, errorFor }: ContactFieldsProps) {
  const options = [
    ...(ownName === undefined
      ? []
      : [{ value: 'account', label: `使用当前账号（${ownName}）`, hint: '按账号登记的信息联系您。' }]),
    { value: 'phone', label: '验证手机后提交', hint: '不需要账号，答复后用短信通知您。' },
    ...(kind === 'fraud'
      ? [{ value: 'anonymous', label: '匿名举报', hint: '不留身份信息。请保存好受理编号和查询码，凭它们查看结果。' }]
      : []),
  ]
  return (
    <>
      <RadioGroup
        id="contact"
        label="联系方式"
        value={values.contact}
        options={options}
        onChange={(contact) => set({ contact })}
        error={errorFor('contact')}
      />
      {values.contact === 'phone' && (
        <>
          <TextField
            id="name"
            label="姓名"
            autoComplete="name"
            value={values.name}
            onChange={(name) => set({ name })}
            error={errorFor('name')}
          />
          <PhoneCodeFields
            phone={values.phone}
            onPhone={(phone) => set({ phone })}
            code={values.code}
            onCode={(code) => set({ code })}
            state={phoneCode}
            phoneHint="11 位手机号码，只有办理这件事的工作人员可以查看，每次查看都有记录。"
            errorFor={errorFor}
          />
        </>
      )}
    </>
  )
}
