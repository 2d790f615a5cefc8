import { expect, test } from 'vitest'
import { refusePhoto } from './photo-rule.ts'
import type { Photo } from './photo-rule.ts'

const limits = {
  maxBytes: 190 * 1024 - 1,
  widthMin: 291,
  widthMax: 299,
  heightMin: 409,
  heightMax: 417,
  background: 'white',
  targetBytes: 180_000,
} as const
const oneInch: Photo = { format: 'jpeg', bytes: 120_000, width: 295, height: 413 }

test.each([
  ['one inch at 300 dpi', {}, []],
  ['290×408', { width: 290, height: 408 }, ['width', 'height']],
  ['291×409', { width: 291, height: 409 }, []],
  ['299×417', { width: 299, height: 417 }, []],
  ['300×418', { width: 300, height: 418 }, ['width', 'height']],
  ['290×409', { width: 290, height: 409 }, ['width']],
  ['300×417', { width: 300, height: 417 }, ['width']],
  ['291×408', { width: 291, height: 408 }, ['height']],
  ['299×418', { width: 299, height: 418 }, ['height']],
  ['one byte below the limit', { bytes: 190 * 1024 - 1 }, []],
  ['exactly the limit', { bytes: 190 * 1024 }, ['bytes']],
  ['one byte above the limit', { bytes: 190 * 1024 + 1 }, ['bytes']],
  ['an empty file', { bytes: 0 }, ['empty']],
  ['a PNG, whatever its name', { format: 'png' as const }, ['format']],
  [
    'everything at once',
    { format: 'other' as const, bytes: 1e6, width: 0, height: 9999 },
    ['format', 'bytes', 'width', 'height'],
  ],
])('S-108 case 23: judges %s', (_sentence, change, faults) => {
  expect(refusePhoto({ ...oneInch, ...change }, limits)).toEqual(faults)
})

test('S-108 follows the limits of the policy row, not constants', () => {
  const twoHundred = { ...limits, maxBytes: 200 * 1024 }
  expect(refusePhoto({ ...oneInch, bytes: 195 * 1024 }, twoHundred)).toEqual([])
})
