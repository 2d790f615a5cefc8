import { z } from 'zod'
import type { TypesetDocument } from './pdf-typesetter.ts'
import type { PdfRenderer } from './pdf.ts'

const Text = z.string()
const Day = z.iso.date()

/** Every word that stands on a decision letter, frozen when it is issued (行政许可法 art. 38 and 39). */
export const DecisionLetterContent = z.strictObject({
  title: Text,
  number: Text,
  agencyName: Text,
  applicantName: Text,
  documentType: Text,
  maskedDocumentNumber: Text,
  qualificationType: Text,
  subject: Text,
  registrationNumber: Text,
  acceptedOn: Day,
  decidedOn: Day,
  certificateNumber: Text.nullable(),
  /** What was applied for, what was found, by which law, what is decided. */
  paragraphs: z.array(Text),
  reasons: z.array(z.strictObject({ title: Text, note: Text.nullable(), basis: Text.nullable() })),
  remedy: Text.nullable(),
})
export type DecisionLetterContent = z.infer<typeof DecisionLetterContent>

export interface DecisionLetterExtras {
  readonly printedAt: string
  readonly isDemo: boolean
  readonly createdAt: Date
}

/** Prints a decision letter as PDF/A-2b on A4. Throws what the renderer throws. */
export async function renderDecisionLetter(
  renderer: Pick<PdfRenderer, 'render'>,
  content: DecisionLetterContent,
  { printedAt, isDemo, createdAt }: DecisionLetterExtras,
): Promise<TypesetDocument> {
  const data = { ...DecisionLetterContent.parse(content), printedAt, isDemo }
  return renderer.render({ template: 'decision-letter', data, createdAt })
}
