import { expect, test } from 'vitest'
import type { QualificationType } from '@xingtan/contract/qualification'
import { findRecognisingAgency } from './recognising-agency.ts'

const regions = [
  { code: '330000', parent: null },
  { code: '330800', parent: '330000' },
  { code: '330802', parent: '330800' },
  { code: '810000', parent: null },
]
const agencies: { code: string; regionCode: string; types: QualificationType[] }[] = [
  { code: '33001', regionCode: '330000', types: [7] },
  { code: '33009', regionCode: '330800', types: [4, 5, 6] },
  { code: '33075', regionCode: '330802', types: [1, 2, 3] },
]

test.each([
  ['柯城区 recognises its primary teachers', '330802', 2, '33075'],
  ['the city recognises upper-secondary teachers of the county', '330802', 4, '33009'],
  ['the province recognises university teachers', '330802', 7, '33001'],
  ['a city row leads to the city', '330800', 4, '33009'],
  ['a city row leads to no county', '330800', 1, undefined],
  ['HK has no recognising agency', '810000', 1, undefined],
  ['an unknown code has none', '999999', 1, undefined],
] as const)('%s (教师资格条例 art. 13)', (_sentence, region, type, code) => {
  expect(findRecognisingAgency(regions, agencies, region, type)).toBe(code)
})
