import { z } from 'zod'

/** Texts people read or agree to. A consent keeps the version it was given to, so a changed text is a new row. */
const Version = z.string().regex(/^\d{4}-\d{2}$/)
const Title = z.string().min(1)
/** Full Chinese sentences; a paragraph that leads into a list may end with a colon. */
const Paragraph = z.string().regex(/[。：；]$/, { error: 'a paragraph ends with 。, ； or ：' })
const Paragraphs = z.array(Paragraph).min(1)

export const PlainText = z.strictObject({ version: Version, title: Title, paragraphs: Paragraphs })

/** 教师资格认定网上申报协议 with its two tick boxes, word for word as the handbook prints them (APP-2). */
export const AgreementText = z.strictObject({
  version: Version,
  title: Title,
  paragraphs: Paragraphs,
  agreeLabel: z.string().min(1),
  authoriseLabel: z.string().min(1),
})

/** 个人承诺书 with the words beside the two choices of step 7. */
export const PromiseText = z.strictObject({
  version: Version,
  title: Title,
  paragraphs: Paragraphs,
  agreeLabel: z.string().min(1),
  disagreeLabel: z.string().min(1),
})
