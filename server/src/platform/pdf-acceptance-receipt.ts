import QRCode from 'qrcode'
import { z } from 'zod'
import type { TypesetDocument } from './pdf-typesetter.ts'
import type { PdfRenderer } from './pdf.ts'

const Text = z.string()
const OptionalText = z.string().nullable()
const Day = z.iso.date()
/** Day and minute as people read them, in Asia/Shanghai: 2026年9月14日 09:31. */
const ReadableMinute = z.string().regex(/^\d{4}年\d{1,2}月\d{1,2}日 \d{2}:\d{2}$/)

/**
 * What stands on the 《教师资格认定受理凭证》. All words are ready to read; the document number is already masked,
 * because the paper is carried about. Administrative Licensing Law, art. 32: in writing, dated and sealed.
 */
export const AcceptanceReceipt = z.strictObject({
  /** 报名号; also in the QR code. */
  registrationNumber: Text,
  applicantName: Text,
  documentType: Text,
  maskedDocumentNumber: Text,
  qualificationType: Text,
  subject: Text,
  /** 认定机构 */
  agencyName: Text,
  /** 确认点 and where it is. */
  pointName: Text,
  pointAddress: OptionalText,
  acceptedAt: ReadableMinute,
  acceptedBy: Text,
  materials: z.array(
    z.strictObject({
      name: Text,
      /** How it was checked, e.g. 系统核验, 原件核对. */
      verification: Text,
      remark: OptionalText,
    }),
  ),
  /** The day by which the decision is promised. */
  decisionDueOn: Day,
  /** What the applicant can do and whom to ask, one entry for each paragraph. */
  remedyParagraphs: z.array(Text),
  contact: OptionalText,
  printedAt: ReadableMinute,
  isDemo: z.boolean(),
})
export type AcceptanceReceipt = z.infer<typeof AcceptanceReceipt>

/**
 * Prints the acceptance receipt as PDF/A-2b on A4.
 * Throws when it does not have the shape above, and what the renderer throws.
 */
export async function renderAcceptanceReceipt(
  renderer: Pick<PdfRenderer, 'render'>,
  receipt: AcceptanceReceipt,
  { createdAt }: { createdAt: Date },
): Promise<TypesetDocument> {
  const data = AcceptanceReceipt.parse(receipt)
  const qr = await QRCode.toString(receipt.registrationNumber.replaceAll(' ', ''), { type: 'svg', margin: 0 })
  return renderer.render({
    template: 'acceptance-receipt',
    data,
    images: { 'qr.svg': Buffer.from(qr) },
    createdAt,
  })
}
