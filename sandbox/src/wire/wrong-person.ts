import type { Subject } from '@xingtan/contract/authority/envelope'

export interface Answer {
  readonly requestId: string
  readonly subject?: Subject
  readonly rows?: ReadonlyArray<{ readonly rowId: string; readonly subject: Subject }>
}

/** The same answer, but about somebody else: what a source with a mixed-up queue sends (S-151). */
export function toWrongPerson(answer: Answer, other: (requestId: string) => Subject): Answer {
  if (answer.subject) return { ...answer, subject: other(answer.requestId) }
  if (answer.rows) {
    return { ...answer, rows: answer.rows.map((row) => Object.assign({}, row, { subject: other(row.rowId) })) }
  }
  return { ...answer, requestId: 'somebody-else' }
}
