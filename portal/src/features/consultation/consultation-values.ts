import { type ConsultationKind, SubmitConsultation } from '@xingtan/contract/consultation'
import { Phone, PhoneCode, line } from '@xingtan/contract/field'
import type { SummaryError } from '@xingtan/ui/components/error-summary'
import { refusalsOf } from '@xingtan/ui/form-errors'
import { z } from 'zod'
import { cleanCode, cleanNumber, cleanPhone } from '../../phone-code/clean-digits.ts'

export const EMPTY_VALUES = {
  topic: '',
  agencyCode: '',
  title: '',
  body: '',
  occurred: '',
  registrationNumber: '',
  contact: '',
  name: '',
  phone: '',
  code: '',
}
export type ConsultationValues = typeof EMPTY_VALUES

const Said = SubmitConsultation.omit({ kind: true, contact: true, topic: true, agencyCode: true })
const Reached = z.object({ name: line(40, '姓名'), phone: Phone, code: PhoneCode })

/** What the person typed, cleaned of gaps and country codes. */
export function cleanValues(values: ConsultationValues): ConsultationValues {
  return {
    ...values,
    registrationNumber: cleanNumber(values.registrationNumber),
    phone: cleanPhone(values.phone),
    code: cleanCode(values.code),
  }
}

/** Everything that is missing or wrong before anything is sent. */
export function missingIn(values: ConsultationValues, isCodeSent: boolean): SummaryError[] {
  const missing: SummaryError[] = []
  if (values.topic === '') missing.push({ fieldId: 'topic', sentence: '请选择事项。' })
  if (values.agencyCode === '') missing.push({ fieldId: 'agencyCode', sentence: '请选择地区和机构。' })
  const { title, body, occurred, registrationNumber } = values
  missing.push(...refusalsOf(Said, { title, body, occurred, registrationNumber }))
  if (values.contact === '') missing.push({ fieldId: 'contact', sentence: '请选择联系方式。' })
  if (values.contact !== 'phone') return missing
  if (!isCodeSent && Phone.safeParse(values.phone).success) {
    missing.push({ fieldId: 'phone', sentence: '请先获取短信验证码，验证手机号码。' })
  }
  const { name, phone, code } = values
  return [...missing, ...refusalsOf(Reached, { name, phone, code })]
}

/** The input of the command; `proof` where nobody is named, `phoneCodeId` where a phone was verified. */
export function toInput(
  kind: ConsultationKind,
  values: ConsultationValues,
  proven: { readonly proof?: string; readonly phoneCodeId?: string | undefined },
): z.input<typeof SubmitConsultation> {
  const { agencyCode, title, body, occurred, registrationNumber, name, phone, code } = values
  const topic = SubmitConsultation.shape.topic.parse(values.topic)
  const said = { kind, topic, agencyCode, title, body, occurred, registrationNumber }
  if (values.contact === 'anonymous') return { ...said, contact: { kind: 'anonymous', proof: proven.proof ?? '' } }
  if (values.contact === 'account') return { ...said, contact: { kind: 'account' } }
  return { ...said, contact: { kind: 'phone', name, phone, phoneCodeId: proven.phoneCodeId ?? '', code } }
}
