import type { Sex } from '@xingtan/contract/person-code'
import type { QualificationType } from '@xingtan/contract/qualification'

/** What a certificate number is made of; agency codes are assigned inside the province by the province. */
export interface CertificateNumberParts {
  /** Year of recognition in Asia/Shanghai. */
  readonly year: number
  /** First two digits of GB/T 2260. */
  readonly provinceCode2: string
  readonly agencyCode3: string
  readonly type: QualificationType
  readonly sex: Sex
  /** Runs without gaps per agency and year over all types and both sexes, from 1. */
  readonly serial: number
}

export type ComposedCertificateNumber =
  | { readonly kind: 'ok'; readonly number: string }
  | { readonly kind: 'bad'; readonly reason: 'year' | 'province' | 'agency' | 'serial' | 'serial-exhausted' }

export type ParsedCertificateNumber =
  /** `sex` is null before 2009, when the digit was written in two opposite ways and proves nothing. */
  | ({ readonly kind: 'ok' } & Omit<CertificateNumberParts, 'sex'> & { readonly sex: Sex | null })
  | { readonly kind: 'bad'; readonly reason: 'format' | 'year' | 'sex' | 'serial' }

const FIRST_YEAR_OF_PRESENT_SEX_DIGIT = 2009
const LAST_SERIAL = 999_999
const PROVINCE = '1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]'
const PROVINCE_PATTERN = new RegExp(`^(?:${PROVINCE})$`)
const NUMBER_PATTERN = new RegExp(`^(?:19|20)\\d{2}(?:${PROVINCE})\\d{3}[1-7][0-2]\\d{6}$`)
const TYPES: Readonly<Record<string, QualificationType>> = { 1: 1, 2: 2, 3: 3, 4: 4, 5: 5, 6: 6, 7: 7 }
const SEXES: Readonly<Record<string, Sex>> = { 1: 'male', 2: 'female' }

/**
 * The seventeen digits YYYY PP AAA T S NNNNNN of a new certificate. A serial past 999 999 is refused as
 * `serial-exhausted` and never wraps (S-068). The scheme holds from 2009; earlier years are not composed.
 * 《教师资格条例》实施办法 (教育部令第10号), rules on numbering.
 */
export function composeCertificateNumber(parts: CertificateNumberParts): ComposedCertificateNumber {
  const { year, provinceCode2, agencyCode3, type, sex, serial } = parts
  if (!Number.isInteger(year) || year < FIRST_YEAR_OF_PRESENT_SEX_DIGIT || year > 2099) {
    return { kind: 'bad', reason: 'year' }
  }
  if (!PROVINCE_PATTERN.test(provinceCode2)) return { kind: 'bad', reason: 'province' }
  if (!/^\d{3}$/.test(agencyCode3)) return { kind: 'bad', reason: 'agency' }
  if (!Number.isInteger(serial) || serial < 1) return { kind: 'bad', reason: 'serial' }
  if (serial > LAST_SERIAL) return { kind: 'bad', reason: 'serial-exhausted' }
  const sexDigit = sex === 'male' ? '1' : '2'
  const number = `${year}${provinceCode2}${agencyCode3}${type}${sexDigit}${String(serial).padStart(6, '0')}`
  return { kind: 'ok', number }
}

/**
 * Reads a seventeen-digit certificate number; spaces and full-width digits are put right first.
 * Years after `currentYear`, serial 000000 and, from 2009, a sex digit 0 are refused.
 * 《教师资格条例》实施办法 (教育部令第10号), rules on numbering.
 */
export function parseCertificateNumber(text: string, currentYear: number): ParsedCertificateNumber {
  const typed = text.normalize('NFKC').replaceAll(/\s/gu, '')
  const type = TYPES[typed.charAt(9)]
  if (type === undefined || !NUMBER_PATTERN.test(typed)) return { kind: 'bad', reason: 'format' }
  const year = Number(typed.slice(0, 4))
  const serial = Number(typed.slice(11))
  if (year > currentYear) return { kind: 'bad', reason: 'year' }
  const sex = year < FIRST_YEAR_OF_PRESENT_SEX_DIGIT ? null : SEXES[typed.charAt(10)]
  if (sex === undefined) return { kind: 'bad', reason: 'sex' }
  if (serial === 0) return { kind: 'bad', reason: 'serial' }
  return { kind: 'ok', year, provinceCode2: typed.slice(4, 6), agencyCode3: typed.slice(6, 9), type, sex, serial }
}
