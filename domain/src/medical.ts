import type { MedicalPlaces } from '@xingtan/contract/policy-online'
import type { Refusal } from '@xingtan/contract/problem'
import { addDays, isCalendarDay } from './calendar-day.ts'
import { type MedicalFacts, medicalFaultOf } from './case-medical.ts'

export interface RecordedMedical extends MedicalFacts {
  readonly hospital: string
  readonly formVersion: string
}

/**
 * Reasons why a conclusion cannot be recorded: hospital not named by the agency, a form it does not take, a day to come
 * or one that is over the validity. 不合格 is recorded as it is. 《教师资格条例》实施办法 art. 8; domain §5.
 */
export function refuseMedicalRecord(
  medical: RecordedMedical,
  places: MedicalPlaces,
  { validityDays, day }: { readonly validityDays: number; readonly day: string },
): Refusal[] {
  const { hospital, formVersion, examinedOn } = medical
  const isNamed = places.hospitals.some(({ name }) => name === hospital)
  const fault = medicalFaultOf({ conclusion: 'qualified', examinedOn }, validityDays, day)
  return [
    ...(isNamed ? [] : [{ code: 'medical.hospital-unknown' as const, field: 'hospital', values: { hospital } }]),
    ...(places.formVersions.includes(formVersion)
      ? []
      : [{ code: 'medical.form-unknown' as const, field: 'formVersion', values: { form: formVersion } }]),
    ...(fault === 'future' ? [{ code: 'medical.future' as const, field: 'examinedOn' }] : []),
    ...(fault === 'old' ? [{ code: 'medical.old' as const, field: 'examinedOn', values: { days: validityDays } }] : []),
  ]
}

/** Headings of a hospital's sheet, in the order of the template. */
export const MEDICAL_COLUMNS = ['报名号或证件号码', '姓名', '结论', '体检日期', '体检医院', '体检表版本'] as const
export type MedicalColumn = (typeof MEDICAL_COLUMNS)[number]

/** One row as the hospital wrote it. */
export interface MedicalSheetRow extends RecordedMedical {
  /** As the spreadsheet counts, headings included. */
  readonly row: number
  readonly key: string
  readonly name: string
}

export type ParsedMedicalRow =
  | { readonly kind: 'read'; readonly value: MedicalSheetRow }
  | { readonly kind: 'invalid'; readonly row: number; readonly refusals: readonly Refusal[] }

/** A day as people and spreadsheets write it: 2026-09-14, 2026/9/14, 2026年9月14日, 20260914 or the serial number of Excel. */
export function parseSheetDay(text: string): string | undefined {
  const typed = text.normalize('NFKC').trim()
  if (/^\d{5}$/.test(typed)) return addDays('1899-12-30', Number(typed))
  const parts = /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?$/.exec(typed) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(typed)
  if (parts === null) return undefined
  const [, year = '', month = '', day = ''] = parts
  const written = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  return isCalendarDay(written) ? written : undefined
}

const CONCLUSIONS = new Map([
  ['合格', 'qualified' as const],
  ['不合格', 'unqualified' as const],
])

function parseRow(row: number, cellOf: (title: MedicalColumn) => string): ParsedMedicalRow {
  const key = cellOf('报名号或证件号码').normalize('NFKC').replaceAll(/\s/gu, '')
  const name = cellOf('姓名')
  // Exactly these words, nothing near them (domain §5).
  const conclusion = CONCLUSIONS.get(cellOf('结论'))
  const examinedOn = parseSheetDay(cellOf('体检日期'))
  const refusals: Refusal[] = [
    ...(key === '' ? [{ code: 'medical.row-key' as const }] : []),
    ...(name === '' ? [{ code: 'medical.row-name' as const }] : []),
    ...(conclusion === undefined ? [{ code: 'medical.row-conclusion' as const }] : []),
    ...(examinedOn === undefined ? [{ code: 'medical.row-day' as const }] : []),
  ]
  if (refusals.length > 0 || conclusion === undefined || examinedOn === undefined)
    return { kind: 'invalid', row, refusals }
  const value = {
    row,
    key,
    name,
    conclusion,
    examinedOn,
    hospital: cellOf('体检医院'),
    formVersion: cellOf('体检表版本'),
  }
  return { kind: 'read', value }
}

/** Reads the rows of a hospital's sheet, headings first; empty rows are left out, the same key twice is a mistake. */
export function parseMedicalSheet(rows: readonly (readonly string[])[]): {
  readonly refusals: readonly Refusal[]
  readonly rows: readonly ParsedMedicalRow[]
} {
  const titles = (rows[0] ?? []).map((title) => title.trim())
  const missing = MEDICAL_COLUMNS.filter((title) => !titles.includes(title))
  if (missing.length > 0)
    return { refusals: [{ code: 'medical.columns', values: { titles: missing.join('、') } }], rows: [] }
  const parsed = rows.slice(1).flatMap((cells, index): ParsedMedicalRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    return [parseRow(index + 2, (title) => (cells[titles.indexOf(title)] ?? '').trim())]
  })
  const firstOf = new Map<string, number>()
  const once = parsed.map((one): ParsedMedicalRow => {
    if (one.kind === 'invalid') return one
    const { key, row } = one.value
    const first = firstOf.get(key)
    if (first !== undefined)
      return { kind: 'invalid', row, refusals: [{ code: 'medical.row-repeated', values: { row: first } }] }
    firstOf.set(key, row)
    return one
  })
  return { refusals: once.length === 0 ? [{ code: 'medical.no-rows' }] : [], rows: once }
}
