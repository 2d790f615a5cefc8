import { z } from 'zod'
import { ConsultationKind } from './consultation.ts'

const Count = z.number().int().min(1)

/** Deadlines in working days and limits of 咨询、投诉、举报. */
export const ConsultationLimits = z.strictObject({
  workingDays: z.strictObject({ consultation: Count, complaint: Count, fraud: Count }),
  /** What the new desk has at least after a transfer. */
  transferWorkingDays: Count,
  transfersMost: Count,
  /** Files an item may have. */
  evidenceMost: Count.max(20),
  /** Items a phone number, or a device without one, may send in a day. */
  perDay: Count,
})

/** Ready texts for answers; an officer changes them before sending. */
export const ConsultationTemplates = z.array(
  z.strictObject({
    code: z.string().regex(/^[a-z][a-z-]*$/),
    title: z.string().min(1),
    text: z.string().min(1),
    kinds: z.array(ConsultationKind).min(1),
  }),
)
