import { z } from 'zod'

const Code = z.string().regex(/^[a-z][a-z-]*$/)
const Sentence = z.string().regex(/。$/)
const Count = z.number().int().min(1)

/** 全程网办 of an agency: whether it is offered, what has to be seen at the point all the same, and the time granted. */
export const OnlineDesk = z.strictObject({
  offered: z.boolean(),
  /** Looked at on the screen (photo, signature, identity by the real-name check) or handed over later: no file is asked for. */
  notUploaded: z.array(Code),
  /** Only the original at the point proves these. */
  seenAtPoint: z.array(Code),
  /** Working days to put things right, from the day after the notice. */
  supplementWorkingDays: Count,
  /** An answer of a source is fresh for so many days. */
  freshDays: Count,
  reasons: z.array(z.strictObject({ code: Code, sentence: Sentence, remedy: Sentence })).min(1),
})
export type OnlineDesk = z.infer<typeof OnlineDesk>

/** Hospitals an agency has named (county level or above) with what they can examine a day, and the accepted forms. */
export const MedicalPlaces = z.strictObject({
  hospitals: z.array(z.strictObject({ name: z.string().min(1), address: z.string().min(1), dailyCapacity: Count })),
  formVersions: z.array(z.string().min(1)).min(1),
})
export type MedicalPlaces = z.infer<typeof MedicalPlaces>

/** Ready texts for 留言; an officer may change them before sending. */
export const MessageTemplates = z.array(
  z.strictObject({ code: Code, title: z.string().min(1), text: z.string().min(1) }),
)
