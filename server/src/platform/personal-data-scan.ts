import { type PersonalFinding, findPersonalData } from '@xingtan/domain/personal-data'
import type { DocumentText } from './document-text-kind.ts'
import { readInThread } from './file-thread.ts'

/** `clean` with `hasPictures`: nothing in the words, but part of it is a picture that a person has to look at. */
export type PersonalScan =
  | { readonly kind: 'clean'; readonly hasPictures: boolean }
  | { readonly kind: 'found'; readonly findings: readonly PersonalFinding[] }
  | Extract<DocumentText, { kind: 'refused' }>

/**
 * The words of a PDF, spreadsheet, text document or plain text, hidden parts and properties included. The bytes decide
 * what it is, not the name. Reading runs in a thread with limits (S-096, S-113).
 */
export async function readDocumentText(bytes: Uint8Array): Promise<DocumentText> {
  const broken: DocumentText = { kind: 'refused', reason: 'too-heavy' }
  return readInThread(new URL('./document-text-worker.ts', import.meta.url), bytes, broken)
}

/**
 * Looks through a file that is to become public for resident numbers, mobiles, mail addresses and bank cards; what the
 * office publishes of itself is `allowed`. A file that cannot be read is refused, never let through (S-120).
 */
export async function scanFileForPersonalData(
  bytes: Uint8Array,
  allowed: readonly string[] = [],
): Promise<PersonalScan> {
  const text = await readDocumentText(bytes)
  if (text.kind === 'refused') return text
  const findings = findPersonalData(text.pieces.join('\n'), allowed)
  return findings.length > 0 ? { kind: 'found', findings } : { kind: 'clean', hasPictures: text.hasPictures }
}
