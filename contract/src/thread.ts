import { z } from 'zod'
import { endpoint } from './endpoint.ts'
import { Done, Id } from './field.ts'

export const MESSAGE_LETTERS = 500

/** What one 留言 says, in either direction: lines of plain text. */
export const MessageText = z
  .string()
  .trim()
  .min(1, { error: '请填写留言内容。' })
  .max(MESSAGE_LETTERS, { error: `留言不能超过 ${MESSAGE_LETTERS} 个字。` })
  .regex(/^(?:[^\p{Cc}\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\n)*$/u, {
    error: '留言中有无法识别的符号，请删去后再填。',
  })

/** The owner of a case writes to the office that works on it (CNF-4, APP-10). */
export const writeMessageEndpoint = endpoint({
  name: 'thread.write-own',
  face: 'public',
  method: 'POST',
  path: '/api/me/applications/:applicationId/messages',
  permission: 'session',
  input: z.strictObject({ applicationId: Id, text: MessageText }),
  output: Done,
})
