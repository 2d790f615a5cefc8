import { useState } from 'react'
import type { z } from 'zod'
import type { SummaryError } from './components/error-summary.tsx'
import { errorOf, type FormErrors, NO_ERRORS, problemErrors, refusalsOf } from './form-errors.ts'

/** Errors of one form: checked before sending, taken from the server's answer, shown in the summary and per field. */
export function useFormErrors(fieldOfCode: Readonly<Record<string, string>> = {}) {
  const [form, setForm] = useState<FormErrors>(NO_ERRORS)
  const [touched, setTouched] = useState<readonly string[]>([])
  const put = (found: Pick<FormErrors, 'errors' | 'correlationId'>): void => {
    setTouched([])
    setForm(({ attempt }) => ({ attempt: attempt + 1, ...found }))
  }
  return {
    form,
    errorFor: (fieldId: string): string | undefined => (touched.includes(fieldId) ? undefined : errorOf(form, fieldId)),
    /** The person is putting these fields right: nothing more is said under them until the next try. */
    touch: (...fieldIds: string[]): void => {
      if (form.errors.length > 0) setTouched((before) => [...before, ...fieldIds])
    },
    /** True when the input may be sent; otherwise the form shows what is wrong, `more` included. */
    check: (schema: z.ZodType, input: unknown, more: readonly SummaryError[] = []): boolean => {
      const errors = [...refusalsOf(schema, input), ...more]
      put({ errors })
      return errors.length === 0
    },
    /** Shows what the page itself found missing. */
    show: (errors: readonly SummaryError[]): void => put({ errors }),
    refuse: (error: unknown): void => put(problemErrors(error, fieldOfCode)),
    clear: (): void => put({ errors: [] }),
  }
}
