import QRCode from 'qrcode'
import { z } from 'zod'
import type { TypesetDocument } from './pdf-typesetter.ts'
import type { PdfRenderer } from './pdf.ts'

const Text = z.string()
const OptionalText = z.string().nullable()
const Day = z.iso.date()
const Month = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/)

/** What somebody found or decided, and who answers for it. */
const Conclusion = z.strictObject({ text: Text, signedBy: OptionalText, signedOn: Day.nullable() })

/**
 * What stands on the 《教师资格认定申请表》. All words are ready to read: names, not codes.
 * `null` leaves the place empty. Days are YYYY-MM-DD, months YYYY-MM.
 */
export const ApplicationForm = z.strictObject({
  /** 报名号; also in the QR code. */
  registrationNumber: Text,
  /** 编号: the seventeen digits of the certificate, once there is one. */
  certificateNumber: OptionalText,
  person: z.strictObject({
    name: Text,
    sex: Text,
    ethnicity: Text,
    bornOn: Day,
    documentType: Text,
    documentNumber: Text,
    politicalStatus: OptionalText,
  }),
  /** 户籍所在地, to the township where known. */
  household: OptionalText,
  education: z.strictObject({
    level: Text,
    degree: OptionalText,
    school: Text,
    major: Text,
    studyForm: Text,
    graduatedOn: Day.nullable(),
  }),
  work: z.strictObject({ occupation: OptionalText, workplace: OptionalText, title: OptionalText }),
  /** 申请认定地 with its ground, e.g. 浙江省衢州市柯城区（户籍所在地）. */
  applicationPlace: OptionalText,
  mailingAddress: OptionalText,
  phone: OptionalText,
  qualificationType: Text,
  subject: Text,
  putonghua: z.strictObject({ level: Text, certificateNumber: Text }).nullable(),
  /** 考试形式 and 合格证明编号. */
  proof: z.strictObject({ kind: Text, number: Text }).nullable(),
  resume: z.array(
    z.strictObject({
      fromMonth: Month,
      /** Nothing while it lasts (至今). */
      toMonth: Month.nullable(),
      place: Text,
      role: Text,
      witness: OptionalText,
    }),
  ),
  /** The words as the applicant signed them, one entry for each paragraph. */
  promise: z.strictObject({ paragraphs: z.array(Text), signedOn: Day.nullable() }),
  /** 体检结论 */
  medical: Conclusion.nullable(),
  /** 确认意见 */
  confirmation: Conclusion.nullable(),
  /** 认定机构意见; `signedBy` is the agency, whose seal goes over it. */
  decision: Conclusion.nullable(),
  remarks: OptionalText,
  /** Prints 演示环境，非官方文件 at the foot. */
  isDemo: z.boolean(),
})
export type ApplicationForm = z.infer<typeof ApplicationForm>

export interface ApplicationFormExtras {
  /** JPEG, made anew by `normalisePhoto`. */
  photo: Uint8Array | null
  /** PNG, made anew by `normaliseSignature`. */
  signature: Uint8Array | null
  createdAt: Date
}

/**
 * Prints the application form as PDF/A-2b; two pages unless the career is long.
 * Throws when the form does not have the shape above, and what the renderer throws.
 */
export async function renderApplicationForm(
  renderer: Pick<PdfRenderer, 'render'>,
  form: ApplicationForm,
  { photo, signature, createdAt }: ApplicationFormExtras,
): Promise<TypesetDocument> {
  const data = ApplicationForm.parse(form)
  const qr = await QRCode.toString(form.registrationNumber.replaceAll(' ', ''), { type: 'svg', margin: 0 })
  return renderer.render({
    template: 'application-form',
    data,
    images: {
      'qr.svg': Buffer.from(qr),
      ...(photo === null ? {} : { 'photo.jpg': photo }),
      ...(signature === null ? {} : { 'signature.png': signature }),
    },
    createdAt,
  })
}
