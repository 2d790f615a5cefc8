import type { Refusal } from '@xingtan/contract/problem'
import type { AgencyProfile } from '@xingtan/contract/office/agency-profile'
import { namesOffice } from './content-check.ts'
import { PERSONAL_KIND_NAMES, findPersonalData } from './personal-data.ts'

/** Land line with area code and perhaps an extension, a mobile, or a 400 number. */
const PHONE = /^(?:0\d{2,3}-?[2-9]\d{6,7}(?:-\d{1,6})?|1\d{10}|400-?\d{3}-?\d{4})$/
const EMAIL = /^[A-Za-z\d._%+-]+@[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+$/
const WEBSITE = /^https?:\/\/[A-Za-z\d-]+(?:\.[A-Za-z\d-]+)+(?:[/?#]\S*)?$/
const BETWEEN_PHONES = /[、,，;；/]\s*/

/** Fields in which somebody might name the address of the office system. */
const FIELDS = ['address', 'phone', 'email', 'hours', 'notes', 'website'] as const

/**
 * Reasons why a 机构公示信息 cannot be published: phone, mailbox and website in their formats, and nowhere the address of
 * the office system or somebody's number, which are not for the public (教资字〔2020〕1号 三(二); 安徽 2024 三).
 * @param officeHosts host names of the office; matched without regard to case
 */
export function refuseProfile(profile: AgencyProfile, officeHosts: readonly string[]): Refusal[] {
  const refusals: Refusal[] = []
  const phones = profile.phone.split(BETWEEN_PHONES)
  if (!phones.every((phone) => PHONE.test(phone))) refusals.push({ code: 'agency.profile-phone', field: 'phone' })
  if (!EMAIL.test(profile.email)) refusals.push({ code: 'agency.profile-email', field: 'email' })
  if (profile.website !== null && !WEBSITE.test(profile.website)) {
    refusals.push({ code: 'agency.profile-website', field: 'website' })
  }
  // What stands in the fields for it is meant to be public; the same anywhere else is a slip (S-120).
  const ownChannels = [...phones, profile.email]
  for (const field of FIELDS) {
    const text = (profile[field] ?? '').toLowerCase()
    for (const { kind, masked } of findPersonalData(text, ownChannels)) {
      const name = PERSONAL_KIND_NAMES[kind]
      refusals.push({ code: 'agency.profile-personal', field, values: { name, masked } })
    }
    if (namesOffice(text, officeHosts)) {
      refusals.push({ code: 'agency.profile-names-office', field })
    }
  }
  return refusals
}
