import type { DocumentType } from '@xingtan/contract/document'
import type { Sex } from '@xingtan/contract/person-code'
import { normaliseIdentityNumber, parseIdentityNumber } from './identity-number.ts'
import type { IdentityNumberFault } from './identity-number.ts'

/** What is wrong with a document number, beside the faults of a resident number. */
export type DocumentNumberFault =
  | IdentityNumberFault
  /** A number of one document typed under the other: 81/82/83 areas belong to 港澳台居民居住证 alone. */
  | 'other-document-type'
  /** HA… and MA… permits are issued to permanent residents who are not Chinese citizens (since 2024-07-10). */
  | 'not-chinese-citizen'
  | 'permit-format'
  /** One-off and pre-2015 Taiwan permits are not documents of this business. */
  | 'taiwan-permit-not-five-year'

export type PersonDocument =
  | {
      readonly kind: 'ok'
      readonly normalised: string
      /** Same person, same key: compare, index and look up restrictions by this. */
      readonly key: string
      /** What the number itself tells; travel permits tell nothing. */
      readonly stated: { readonly birthDate: string; readonly sex: Sex } | null
    }
  | { readonly kind: 'bad'; readonly reason: DocumentNumberFault }

const bad = (reason: DocumentNumberFault): PersonDocument => ({ kind: 'bad', reason })

function parseEighteen(documentType: 'resident-id' | 'hmt-residence-permit', text: string): PersonDocument {
  const number = parseIdentityNumber(text)
  if (number.kind === 'bad') return number
  const isResidencePermit = /^8[123]0000/.test(number.normalised)
  if (isResidencePermit !== (documentType === 'hmt-residence-permit')) return bad('other-document-type')
  const { normalised, birthDate, sex } = number
  // One number space (GB 11643), one prefix: an entry filed under the wrong one of the two types still matches.
  return { kind: 'ok', normalised, key: `id:${normalised}`, stated: { birthDate, sex } }
}

function parseHkMacaoPermit(text: string): PersonDocument {
  const typed = normaliseIdentityNumber(text)
  if (/^[HM]A/.test(typed)) return bad('not-chinese-citizen')
  if (!/^[HM]\d{8}(\d{2})?$/.test(typed)) return bad('permit-format')
  const normalised = typed.slice(0, 9)
  return { kind: 'ok', normalised, key: `hm:${normalised}`, stated: null }
}

function parseTaiwanPermit(text: string): PersonDocument {
  const typed = normaliseIdentityNumber(text)
  if (/^\d{8}$/.test(typed)) return { kind: 'ok', normalised: typed, key: `tw:${typed}`, stated: null }
  return bad(/^[\dA-Z()]{10,13}$/.test(typed) ? 'taiwan-permit-not-five-year' : 'permit-format')
}

const PARSERS: Readonly<Record<DocumentType, (text: string) => PersonDocument>> = {
  'resident-id': (text) => parseEighteen('resident-id', text),
  'hmt-residence-permit': (text) => parseEighteen('hmt-residence-permit', text),
  'hk-macao-permit': parseHkMacaoPermit,
  'taiwan-permit': parseTaiwanPermit,
}

/**
 * Reads the number of one of the four documents (ACC-1) and gives the key under which the person is known.
 * HK and Macao permits count by their first nine characters, since the last two only number renewals until 2013.
 * Eligibility: 教师法 art. 10 (Chinese citizens) and 教师厅〔2019〕1号 (which permits of HK, Macao and Taiwan residents
 * count).
 */
export function parsePersonDocument(documentType: DocumentType, text: string): PersonDocument {
  return PARSERS[documentType](text)
}

/**
 * The key of one document, `undefined` when the number is not one. Accounts, live applications, yearly recognition
 * and restrictions are unique or looked up by it (APP-12).
 */
export function personKey(documentType: DocumentType, number: string): string | undefined {
  const document = parsePersonDocument(documentType, number)
  return document.kind === 'ok' ? document.key : undefined
}
