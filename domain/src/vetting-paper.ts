import type { DocumentType } from '@xingtan/contract/document'
import type { PaperKind } from '@xingtan/contract/office/vetting'
import type { Refusal } from '@xingtan/contract/problem'
import { addDays } from './calendar-day.ts'

const KINDS_OF: Readonly<Record<DocumentType, readonly PaperKind[]>> = {
  'resident-id': ['exception'],
  'hmt-residence-permit': ['hongkong', 'macao', 'taiwan'],
  'hk-macao-permit': ['hongkong', 'macao'],
  'taiwan-permit': ['taiwan'],
}

/** Persons with documents of Hong Kong, Macao or Taiwan prove it by paper from there: the mainland exchange knows nothing of it (DEC-1). */
export function needsPaper(documentType: DocumentType): boolean {
  return documentType !== 'resident-id'
}

export interface WantedPaper {
  readonly kind: PaperKind
  readonly issuedOn: string
  readonly reason: string
}

/** Last day on which a paper proves anything: its day of issue counts as the first of `validityDays`. */
export function paperValidUntil(issuedOn: string, validityDays: number): string {
  return addDays(issuedOn, validityDays - 1)
}

/**
 * Reasons why a paper cannot be recorded for this person: a kind that does not fit the document, an exception without
 * its reason, a day to come, or one too long ago. DEC-1; domain §13.3 (HK/Macao/Taiwan: paper from there).
 */
export function refusePaper(
  { kind, issuedOn, reason }: WantedPaper,
  person: { readonly documentType: DocumentType },
  { validityDays, day }: { readonly validityDays: number; readonly day: string },
): Refusal[] {
  const isException = kind === 'exception'
  return [
    ...(KINDS_OF[person.documentType].includes(kind) ? [] : [{ code: 'vetting.paper-kind' as const, field: 'kind' }]),
    ...(isException && reason === '' ? [{ code: 'vetting.paper-reason' as const, field: 'reason' }] : []),
    ...(issuedOn > day ? [{ code: 'vetting.paper-future' as const, field: 'issuedOn' }] : []),
    ...(paperValidUntil(issuedOn, validityDays) < day
      ? [{ code: 'vetting.paper-old' as const, field: 'issuedOn', values: { days: validityDays } }]
      : []),
  ]
}

/** A paper is verified by another person than the one who recorded it, while it still proves something. */
export function refuseVerification(
  paper: { readonly recorderPersonId: string; readonly validUntil: string },
  verifierPersonId: string,
  day: string,
): Refusal[] {
  return [
    ...(paper.recorderPersonId === verifierPersonId ? [{ code: 'vetting.paper-same-person' as const }] : []),
    ...(paper.validUntil < day ? [{ code: 'vetting.paper-run-out' as const }] : []),
  ]
}
