import { CONTENT_FINDING_TITLES, type ContentFinding } from '@xingtan/contract/office/content-check'
import type { Refusal } from '@xingtan/contract/problem'
import { type PersonalFinding, findPersonalData } from './personal-data.ts'

/** What the office knows of itself, to recognise it in a text. */
export interface ContentRules {
  /** Hosts of the office system, with the port where the portal has the same name. */
  readonly officeHosts: readonly string[]
  /** Mailboxes and phones that agencies have published themselves (机构公示信息). */
  readonly publicContacts: readonly string[]
}

export interface CheckedText {
  /** Where the text stands, for the writer: 标题, 正文, 附件「…」. */
  readonly place: string
  readonly text: string
}

/** First steps of the office's addresses that no public site has. */
export const OFFICE_PATHS = [
  'agency-profile',
  'call-screen',
  'desk',
  'passkey-codes',
  'restriction-hits',
  'restrictions',
  'staff-filings',
  'supervision',
  'vetting',
  'work-info',
] as const

const PATH = new RegExp(`/(?:${OFFICE_PATHS.join('|')})(?![\\w-])`)
const PRODUCT = /杏坛|xingtan/
/** Words that may be about the security of the system; the handbook of applicants uses some of them (S-040, ruling). */
const SYSTEM_WORDS =
  /后台|操作手册|系统网址|登录网址|登录地址|机构登录|机构端|管理端|usb ?key|u盾|加密锁|教师资格管理信息系统.{0,8}(?:网址|地址|登录)/g
const OFFICIAL_MAILBOX = /@(?:[a-z\d-]+\.)*(?:gov|edu)\.cn$/

/** One writing for what looks alike: full-width forms become plain, invisible characters vanish. */
function plainWriting(text: string): string {
  return text.normalize('NFKC').replaceAll(/\p{Cf}/gu, '')
}

/** The ways an address is hidden from a search: escapes, full-width dots, spaces, dots in brackets. */
function plainAddress(text: string): string {
  return plainWriting(text)
    .toLowerCase()
    .replaceAll(/%([2-7][\da-f])/g, (_whole, code: string) => String.fromCharCode(parseInt(code, 16)))
    .replaceAll(/[。｡]|[[(【]\s*(?:\.|dot|点)\s*[\])】]/g, '.')
    .replaceAll(/\s+/g, '')
}

function findOfficeAddress({ place, text }: CheckedText, officeHosts: readonly string[]): ContentFinding[] {
  const address = plainAddress(text)
  const host = officeHosts.find((one) => address.includes(one.toLowerCase()))
  const excerpt = host ?? PATH.exec(address)?.[0]
  return excerpt === undefined ? [] : [{ severity: 'block', kind: 'office-address', place, excerpt }]
}

function findWords({ place, text }: CheckedText): ContentFinding[] {
  const plain = plainWriting(text).toLowerCase()
  const product = PRODUCT.exec(plain)?.[0]
  const words = new Set([...plain.matchAll(SYSTEM_WORDS)].map(([word]) => word))
  return [
    ...(product === undefined ? [] : [{ severity: 'block', kind: 'product-name', place, excerpt: product } as const]),
    ...[...words].map((excerpt) => ({ severity: 'warn', kind: 'system-word', place, excerpt }) as const),
  ]
}

function judgePerson({ kind, masked }: PersonalFinding): Pick<ContentFinding, 'severity' | 'kind'> {
  if (kind !== 'mail') return { severity: 'block', kind }
  return OFFICIAL_MAILBOX.test(masked.toLowerCase())
    ? { severity: 'warn', kind: 'office-mailbox' }
    : { severity: 'block', kind: 'mailbox' }
}

/** Data of persons as findings at a place. */
function toContentFindings(place: string, found: readonly PersonalFinding[]): ContentFinding[] {
  return found.map((one) => ({ ...judgePerson(one), place, excerpt: one.masked }))
}

/**
 * Everything in texts meant for the public that must not or should perhaps not be there: addresses and paths of the
 * office system, its name, words about its security, and data of persons. 甘肃 2021 二(三); 教办师〔2020〕81号 三(三);
 * 皖教秘〔2024〕263号 三; S-040, S-120.
 */
export function checkContent(texts: readonly CheckedText[], rules: ContentRules): ContentFinding[] {
  return texts.flatMap((text) => [
    ...findOfficeAddress(text, rules.officeHosts),
    ...findWords(text),
    ...toContentFindings(text.place, findPersonalData(text.text, rules.publicContacts)),
  ])
}

/** Whether a text names the office system: its address, a path of it or its name. For short texts to applicants. */
export function namesOffice(text: string, officeHosts: readonly string[]): boolean {
  return checkContent([{ place: '', text }], { officeHosts, publicContacts: [] }).some(mayOverride)
}

/** The reason why a short text to an applicant is not sent, or none (S-040). */
export function refuseOfficeName(place: string, text: string, officeHosts: readonly string[]): Refusal[] {
  const finding = checkContent([{ place, text }], { officeHosts, publicContacts: [] }).find(mayOverride)
  if (finding === undefined) return []
  const { kind, excerpt } = finding
  return [
    { code: 'notice.names-office', field: 'text', values: { place, title: CONTENT_FINDING_TITLES[kind], excerpt } },
  ]
}

/** Findings a province may let pass for a stated reason: what names the system, never a person's data (S-040, S-120). */
export function mayOverride(finding: ContentFinding): boolean {
  return finding.kind === 'office-address' || finding.kind === 'product-name'
}
