import type { DocumentType } from '@xingtan/contract/document'

/** What is typed into the form of an entry; everything is text until it is sent. */
export interface EntryValues {
  readonly name: string
  readonly documentType: DocumentType
  readonly documentNumber: string
  readonly kind: string
  readonly decidedOn: string
  readonly endsOn: string
  readonly authority: string
  readonly decisionNumber: string
  readonly cause: string
  readonly lateReason: string
  readonly correctionReason: string
}

export const EMPTY_ENTRY: EntryValues = {
  name: '',
  documentType: 'resident-id',
  documentNumber: '',
  kind: '',
  decidedOn: '',
  endsOn: '',
  authority: '',
  decisionNumber: '',
  cause: '',
  lateReason: '',
  correctionReason: '',
}

/** Kinds whose end the law fixes: nothing is asked, so nothing can be typed wrong. */
export function hasOwnEnd(kind: string): boolean {
  return kind === 'exam-cheat' || kind === 'licence-revoked' || kind === 'work-ban'
}
