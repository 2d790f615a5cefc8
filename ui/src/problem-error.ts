import type { ProblemDocument } from '@xingtan/contract/problem-document'

/** Every way a call can fail, with the sentences a person may read. Thrown by `call`. */
export class ProblemError extends Error {
  readonly document: ProblemDocument

  constructor(document: ProblemDocument, options?: ErrorOptions) {
    super(document.detail, options)
    this.name = 'ProblemError'
    this.document = document
  }

  /** Machine word of the refusal, for example `application.round-closed` or `client.offline`. */
  get code(): string {
    return this.document.code
  }

  /** HTTP status; 0 when no answer came. */
  get status(): number {
    return this.document.status
  }

  /** What the help desk asks for; empty when no answer came. */
  get correlationId(): string {
    return this.document.correlationId
  }

  /** Seconds to wait before asking again, when the server said so (503 and 429 with Retry-After). */
  get retryAfterSeconds(): number | undefined {
    return this.document.retryAfterSeconds
  }

  /** Sentence for one field of the input, for example `resume.0.place`; undefined when nothing is wrong with it. */
  sentenceFor(field: string): string | undefined {
    return this.document.reasons.find((reason) => reason.field === field)?.sentence
  }
}
