import type { z } from 'zod'
import type { SummaryError } from './components/error-summary.tsx'
import { ProblemError } from './problem-error.ts'

/** What is wrong with a form after one try; `attempt` is the key of the summary, so that it takes focus every time. */
export interface FormErrors {
  readonly attempt: number
  readonly errors: readonly SummaryError[]
  readonly correlationId?: string | undefined
}

export const NO_ERRORS: FormErrors = { attempt: 0, errors: [] }

/** Every sentence about one field, undefined when nothing is wrong with it. */
export function errorOf({ errors }: FormErrors, fieldId: string): string | undefined {
  const sentences = errors.filter((error) => error.fieldId === fieldId).map(({ sentence }) => sentence)
  return sentences.length === 0 ? undefined : sentences.join('')
}

/** The first thing wrong with every field of an input, in the words of its schema; empty when it may be sent. */
export function refusalsOf(schema: z.ZodType, input: unknown): SummaryError[] {
  const parsed = schema.safeParse(input)
  if (parsed.success) return []
  const byField = new Map<string, SummaryError>()
  for (const { path, message } of parsed.error.issues) {
    const fieldId = path.join('.')
    if (!byField.has(fieldId)) byField.set(fieldId, { fieldId, sentence: message })
  }
  return [...byField.values()]
}

/**
 * What the server or the connection said, for the summary and under the fields. `fieldOfCode` gives a field to refusals
 * that name none, for example `account.code-wrong` to the field with the code.
 */
export function problemErrors(
  error: unknown,
  fieldOfCode: Readonly<Record<string, string>> = {},
): Pick<FormErrors, 'errors' | 'correlationId'> {
  if (!(error instanceof ProblemError)) {
    return { errors: [{ sentence: '操作没有完成，您填写的内容还在本页。请刷新页面后再试一次。' }] }
  }
  const { reasons, detail, correlationId } = error.document
  if (reasons.length === 0) return { errors: [{ sentence: detail }], correlationId }
  const errors = reasons.map(({ code, sentence, field, basis }) => {
    return { fieldId: field ?? fieldOfCode[code], sentence, basis }
  })
  // The id helps where the system failed; beside a wrong digit it only frightens.
  return error.status >= 500 ? { errors, correlationId } : { errors }
}
