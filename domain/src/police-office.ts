import type { Refusal } from '@xingtan/contract/problem'

/** Whom a police office answers for: residents registered in these areas; with none, everybody else. */
export interface PoliceArea {
  readonly name: string
  /** Beginnings of GB/T 2260 codes, two, four or six digits. */
  readonly areaCodes: readonly string[]
}

/**
 * The police office that answers for residents registered in `areaCode` (first six digits of the resident number): the
 * one that names the narrowest area, else the one for everybody else. 001 一(二): the accepting agency asks the police.
 */
export function findPoliceOffice<Office extends PoliceArea>(
  offices: readonly Office[],
  areaCode: string,
): Office | undefined {
  let found: { readonly office: Office; readonly length: number } | undefined
  for (const office of offices) {
    const lengths = office.areaCodes.filter((code) => areaCode.startsWith(code)).map((code) => code.length)
    const length = office.areaCodes.length === 0 ? 0 : Math.max(-1, ...lengths)
    if (length >= 0 && (found === undefined || length > found.length)) found = { office, length }
  }
  return found?.office
}

/** Reasons why an office cannot be added beside those that hold: the same name, an area twice, a second one for everybody. */
export function refusePoliceOffice(wanted: PoliceArea, offices: readonly PoliceArea[]): Refusal[] {
  const taken = wanted.areaCodes.filter((code, place) => {
    const isRepeated = wanted.areaCodes.indexOf(code) !== place
    return isRepeated || offices.some(({ areaCodes }) => areaCodes.includes(code))
  })
  const general = wanted.areaCodes.length === 0 ? offices.find(({ areaCodes }) => areaCodes.length === 0) : undefined
  return [
    ...(offices.some(({ name }) => name === wanted.name)
      ? [{ code: 'vetting.office-name' as const, field: 'name' }]
      : []),
    ...(taken.length > 0
      ? [{ code: 'vetting.office-area' as const, field: 'areaCodes', values: { codes: taken.join('、') } }]
      : []),
    ...(general === undefined
      ? []
      : [{ code: 'vetting.office-general' as const, field: 'areaCodes', values: { name: general.name } }]),
  ]
}
