import type { PointProfile } from '@xingtan/contract/office/point'
import type { Refusal } from '@xingtan/contract/problem'
import { refuseHours } from './slot.ts'

/** Reasons a point cannot be kept like this; empty means it can. 教资字〔2020〕1号 and seed 003: 设置确认点. */
export function refuseProfile(profile: PointProfile): Refusal[] {
  const { activeFrom, activeTo } = profile
  const isReversed = activeFrom !== null && activeTo !== null && activeTo <= activeFrom
  return [
    ...refuseHours(profile.weeklyHours),
    ...(isReversed ? [{ code: 'point.active-reversed', field: 'activeTo' } as const] : []),
  ]
}

const TITLES: Readonly<Record<keyof PointProfile, string>> = {
  name: '名称',
  address: '地址',
  scope: '确认范围',
  streets: '街道',
  types: '资格种类',
  weeklyHours: '开放时间',
  deskCount: '窗口数',
  notices: '提示',
  activeFrom: '启用日期',
  activeTo: '停用日期',
}

/** What a change touched, in words for the history. */
export function listPointChanges(before: PointProfile, after: PointProfile): string[] {
  // The keys of the record are those of its type.
  const keys = Object.keys(TITLES) as (keyof PointProfile)[]
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(after[key]))
  return changed.length === 0 ? ['没有改动'] : changed.map((key) => TITLES[key])
}

/** Whether an address names one of the streets of a 确认范围; a warning only, and none where no streets are kept. */
export function isStreetNamed(streets: readonly string[], address: string): boolean {
  return streets.length === 0 || streets.some((street) => address.includes(street))
}
