import { expect, test } from 'vitest'
import { isStreetNamed, listPointChanges, refuseProfile } from './slot-point.ts'

const PROFILE = {
  name: '演示确认点',
  address: '演示路 1 号',
  scope: '全区',
  streets: [],
  types: [1 as const],
  weeklyHours: [{ day: 1, from: '09:00', to: '12:00' }],
  deskCount: 2,
  notices: [],
  activeFrom: null,
  activeTo: null,
}

test.each([
  ['a good profile', {}, []],
  ['one day of use', { activeFrom: '2026-10-12', activeTo: '2026-10-13' }, []],
  ['no day of use', { activeFrom: '2026-10-12', activeTo: '2026-10-12' }, ['point.active-reversed']],
  ['an open end', { activeFrom: '2026-10-12' }, []],
])('%s', (_words, change, codes) => {
  expect(refuseProfile({ ...PROFILE, ...change }).map(({ code }) => code)).toEqual(codes)
})

test('names what a change touched', () => {
  expect(listPointChanges(PROFILE, { ...PROFILE, deskCount: 3, streets: ['信安街道'] })).toEqual(['街道', '窗口数'])
  expect(listPointChanges(PROFILE, PROFILE)).toEqual(['没有改动'])
})

test('finds the street in an address, and asks for none where none are kept', () => {
  expect(isStreetNamed(['信安街道', '白云街道'], '柯城区白云街道演示路 2 号')).toBe(true)
  expect(isStreetNamed(['信安街道'], '柯城区白云街道演示路 2 号')).toBe(false)
  expect(isStreetNamed([], '随便')).toBe(true)
})
