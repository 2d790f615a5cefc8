import { isCalendarDay } from './calendar-day.ts'
import { maskDocumentNumber, maskEmail, maskPhone } from './mask.ts'

/** What must not stand in anything the public reads. */
export type PersonalKind = 'identity-number' | 'mobile' | 'mail' | 'bank-card'

export interface PersonalFinding {
  readonly kind: PersonalKind
  /** What was found, masked: enough for the writer to find the place, too little to publish it again. */
  readonly masked: string
}

export const PERSONAL_KIND_NAMES: Readonly<Record<PersonalKind, string>> = {
  'identity-number': '证件号码',
  mobile: '手机号码',
  mail: '邮箱地址',
  'bank-card': '银行卡号',
}

/** First two digits of a resident number: 34 places of the mainland, Taiwan, Hong Kong, Macao. GB/T 2260. */
const PROVINCE = /^(1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-6]|71|8[1-3])/

/** Between two digits people write nothing, a space, a point or a hyphen. */
const DIGIT = String.raw`[ \-\u2010-\u2015.·]?\d`
const LONG_NUMBER = new RegExp(
  String.raw`(?<![\dA-Za-z])\d(?:${DIGIT}){16}[ \-\u2010-\u2015.·]?[\dXx](?![\dA-Za-z])`,
  'g',
)
const OLD_NUMBER = new RegExp(String.raw`(?<![\dA-Za-z])\d(?:${DIGIT}){14}(?![\dA-Za-z])`, 'g')
const MOBILE = /(?<!\d)(?:(?:\+|00)?86[ -]?)?(1[3-9]\d[ -]?\d{4}[ -]?\d{4})(?!\d)/g
const MAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,5}/g
const CARD = /(?<![\dA-Za-z])(?:\d{16,19}|\d{4}(?:[ -]\d{4}){3}(?:[ -]\d{1,3})?)(?![\dA-Za-z])/g
/** Spreadsheets keep fifteen digits of a number: 3.30802199912249E+17 is a resident number that lost its end. */
const ROUNDED = /(?<![\d.])([1-8]\.\d{13,16})[Ee]\+?17(?!\d)/g

function plain(found: string): string {
  return found.replaceAll(/[^\dXx]/g, '').toUpperCase()
}

/** With a place and a day that exist; whoever was born before 1930 is in no list of ours. */
function isResidentNumber(number: string): boolean {
  if (!PROVINCE.test(number)) return false
  const date = number.length === 15 ? `19${number.slice(6, 12)}` : number.slice(6, 14)
  return /^(19[3-9]|20)/.test(date) && isCalendarDay(`${date.slice(0, 4)}-${date.slice(4, 6)}-${date.slice(6)}`)
}

/** Check digit of payment cards, ISO/IEC 7812-1 (Luhn). */
function isCardNumber(number: string): boolean {
  if (!/^(62|60|4|5[1-5]|3[0-9])/.test(number)) return false
  const sum = Array.from(number)
    .toReversed()
    .reduce((total, digit, index) => {
      const value = Number(digit) * (index % 2 === 1 ? 2 : 1)
      return total + (value > 9 ? value - 9 : value)
    }, 0)
  return sum % 10 === 0
}

function findNumbers(text: string): { kind: PersonalKind; value: string }[] {
  const long = [...text.matchAll(LONG_NUMBER), ...text.matchAll(OLD_NUMBER)].map(([found]) => plain(found))
  const rounded = [...text.matchAll(ROUNDED)].map(([, digits = '']) => digits.replace('.', '').padEnd(18, '0'))
  const residents = [...long, ...rounded].filter(isResidentNumber)
  const cards = [...text.matchAll(CARD)]
    .map(([found]) => plain(found))
    .filter((number) => isCardNumber(number) && !residents.includes(number))
  return [
    ...residents.map((value) => ({ kind: 'identity-number' as const, value })),
    ...cards.map((value) => ({ kind: 'bank-card' as const, value })),
  ]
}

function maskOf(kind: PersonalKind, value: string): string {
  if (kind === 'mobile') return maskPhone(value)
  return kind === 'mail' ? maskEmail(value) : maskDocumentNumber(value)
}

/**
 * Resident numbers (15 or 18 characters with a real date; a wrong check digit protects nobody), mobiles, mail addresses
 * and bank cards in a text, each once. Full-width digits, invisible characters and the usual separators do not hide them.
 * What an office publishes of itself is named in `allowed` as it is written there.
 * 教育部办公厅 教资字〔2020〕1号 (conclusions without private items); 个人信息保护法 arts. 25 and 51; S-120.
 */
export function findPersonalData(text: string, allowed: readonly string[] = []): PersonalFinding[] {
  const read = text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
  const mobiles = [...read.matchAll(MOBILE)].map(([, found = '']) => ({ kind: 'mobile' as const, value: plain(found) }))
  const mails = [...read.matchAll(MAIL)].map(([value]) => ({ kind: 'mail' as const, value }))
  const known = new Set(allowed.map((value) => value.toLowerCase()))
  const found = [...findNumbers(read), ...mobiles, ...mails].filter(({ value }) => !known.has(value.toLowerCase()))
  const unique = new Map(found.map((one) => [`${one.kind} ${one.value}`, one]))
  return [...unique.values()].map(({ kind, value }) => ({ kind, masked: maskOf(kind, value) }))
}
