import { z } from 'zod'

/** One reason of a refusal: `field` is a path such as `resume.0.place`, absent when the whole command is refused. */
export const ProblemReason = z.object({
  code: z.string(),
  sentence: z.string(),
  field: z.string().optional(),
  /** The clause or notice behind the rule, when the rule is law. */
  basis: z.string().optional(),
})
export type ProblemReason = z.infer<typeof ProblemReason>

/** `application/problem+json` (RFC 9457) as this system sends it: every reason at once, each with its sentence. */
export const ProblemDocument = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Quoted by the person to the help desk; joins the answer to the log line. */
  correlationId: z.string(),
  retryAfterSeconds: z.number().int().optional(),
  reasons: z.array(ProblemReason),
})
export type ProblemDocument = z.infer<typeof ProblemDocument>
