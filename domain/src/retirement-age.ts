import type { PolicyValues } from '@xingtan/contract/policy'
import type { Sex } from '@xingtan/contract/person-code'

type RetirementAge = PolicyValues['retirement-age']

/** Months since year 0 of a `YYYY-MM…` text. */
function monthNumber(text: string): number {
  return Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7)) - 1
}

/**
 * 法定退休年龄 in months of life for a birth month: `from` before the reform, then one month more for every `step` months
 * of birth, at most `to`. 《国务院关于渐进式延迟法定退休年龄的办法》 (2024), annexed tables.
 */
export function retirementAgeMonths(policy: RetirementAge, sex: Sex, birthOn: string): number {
  const track = sex === 'male' ? policy.male : policy[policy.femaleTrack]
  const months = monthNumber(birthOn) - monthNumber(track.firstBirthMonth)
  if (months < 0) return track.from
  return Math.min(track.to, track.from + Math.floor(months / track.step) + 1)
}

/**
 * Whether a person has reached 法定退休年龄 on the day; the age is reached on the birthday's day of the month.
 * Notices of all provinces: applicants have not reached it (domain §3); which table women are on is a policy value.
 */
export function hasReachedRetirement(
  policy: RetirementAge,
  person: { readonly sex: Sex; readonly birthOn: string },
  day: string,
): boolean {
  const lived = monthNumber(day) - monthNumber(person.birthOn)
  const limit = retirementAgeMonths(policy, person.sex, person.birthOn)
  return lived > limit || (lived === limit && day.slice(8) >= person.birthOn.slice(8))
}
