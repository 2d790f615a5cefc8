import { describe, expect, test } from 'vitest'
import { AgencyRow, PointRow } from '@xingtan/contract/agency-reference'
import { QualificationType } from '@xingtan/contract/qualification'
import { FormerRegionRow, RegionRow } from '@xingtan/contract/region'
import { findRecognisingAgency } from '@xingtan/domain/recognising-agency'
import { buildAgencies } from './build-agencies.ts'
import { readRows } from './reference-data.ts'

const regions = readRows('regions.json', RegionRow)
const agencies = readRows('agencies.json', AgencyRow)
const points = readRows('points.json', PointRow)
const former = readRows('former-regions.json', FormerRegionRow)
const region = new Map(regions.map((row) => [row.code, row]))
const OUTSIDE = new Set(['71', '81', '82'])
const inside = regions.filter((row) => !OUTSIDE.has(row.code.slice(0, 2)))
const TYPES = QualificationType.options.map((option) => option.value)

describe('regions.json', () => {
  test('holds 34 provinces, 333 cities and 2,847 counties of GB/T 2260, each code once', () => {
    const count = (level: string) => regions.filter((row) => row.level === level && !row.beyondStandard).length
    expect([count('province'), count('city'), count('county')]).toEqual([34, 333, 2847])
    expect(region.size).toBe(regions.length)
  })

  test('every row hangs under a row of a higher level in its own province', () => {
    const wrong = regions.filter((row) => {
      if (row.level === 'province') return row.parent !== null
      const parent = row.parent === null ? undefined : region.get(row.parent)
      return (
        parent === undefined ||
        parent.level === 'county' ||
        parent.level === row.level ||
        parent.code.slice(0, 2) !== row.code.slice(0, 2)
      )
    })
    expect(wrong).toEqual([])
  })

  test.each([
    ['330802', '柯城区', '330800'],
    ['110101', '东城区', '110000'],
    ['500157', '两江新区', '500000'],
    ['653228', '和安县', '653200'],
    ['653229', '和康县', '653200'],
    ['419001', '济源市', '410000'],
    ['330113', '临平区', '330100'],
  ])('%s is %s under %s', (code, name, parent) => {
    expect(region.get(code)).toMatchObject({ name, parent })
  })

  test.each(['130171', '320576', '500105', '110100', '620201'])('%s is no region any more or never was', (code) => {
    expect(region.has(code)).toBe(false)
  })

  test('cities without counties stand alone', () => {
    for (const code of ['441900', '442000', '460400', '620200']) {
      expect(region.get(code)?.level).toBe('city')
      expect(regions.filter((row) => row.parent === code)).toEqual([])
    }
  })

  test('a former code is not in use, and its people went to a region that is', () => {
    for (const row of former) {
      expect(region.has(row.code)).toBe(false)
      expect(region.get(row.successor)?.level).toBe('county')
    }
  })
})

describe('agencies.json (ADM-2)', () => {
  test('codes and names inside a parent are given once, and a code starts with its province', () => {
    expect(new Set(agencies.map((row) => row.code)).size).toBe(agencies.length)
    expect(new Set(agencies.map((row) => `${row.parentCode}/${row.name}`)).size).toBe(agencies.length)
    const strayed = agencies.filter(
      (row) => !row.code.startsWith('66') && row.code.slice(0, 2) !== row.regionCode.slice(0, 2),
    )
    expect(strayed).toEqual([])
  })

  test('every agency but those of a province has a parent in the table', () => {
    const codes = new Set(agencies.map((row) => row.code))
    expect(agencies.filter((row) => (row.level === 'province') !== (row.parentCode === null))).toEqual([])
    expect(agencies.filter((row) => row.parentCode !== null && !codes.has(row.parentCode))).toEqual([])
  })

  test('a type is recognised for a region by at most one agency of that region', () => {
    const powers = agencies.flatMap((row) => row.types.map((type) => `${row.regionCode}/${type}`))
    expect(new Set(powers).size).toBe(powers.length)
  })

  test('every county has one agency for each type from 1 to 7, every city for 4 to 7 (教师资格条例 art. 13)', () => {
    const gaps = inside.flatMap((row) => {
      const types = row.level === 'county' ? TYPES : TYPES.filter((type) => type >= (row.level === 'city' ? 4 : 7))
      return types
        .filter((type) => findRecognisingAgency(regions, agencies, row.code, type) === undefined)
        .map((type) => `${row.code}/${type}`)
    })
    expect(gaps).toEqual([])
  })

  test.each([
    ['330802', 1, '柯城区教育局'],
    ['330802', 3, '柯城区教育局'],
    ['330802', 4, '衢州市教育局'],
    ['330802', 7, '浙江省教育厅'],
    ['110101', 2, '东城区教育委员会'],
    ['110101', 4, '北京市教育委员会'],
    ['310101', 1, '黄浦区教育局'],
    ['310101', 6, '上海市教育委员会'],
    ['441900', 1, '东莞市教育局'],
    ['441900', 4, '东莞市教育局'],
    ['620200', 2, '嘉峪关市教育局'],
    ['460400', 3, '儋州市教育局'],
    ['460302', 2, '三沙市教育局'],
    ['130102', 2, '石家庄市教育局'],
    ['419001', 4, '济源市教育局'],
    ['469001', 4, '海南省教育厅'],
    ['659001', 4, '第八师石河子市教育局'],
    ['650102', 1, '天山区教育局'],
  ] as const)('people of %s turn for type %i to %s', (regionCode, type, name) => {
    const code = findRecognisingAgency(regions, agencies, regionCode, type)
    expect(agencies.find((row) => row.code === code)?.name).toBe(name)
  })

  test('HK, Macao and Taiwan are regions without an agency', () => {
    for (const code of ['710000', '810000', '820000']) {
      expect(region.has(code)).toBe(true)
      expect(findRecognisingAgency(regions, agencies, code, 7)).toBeUndefined()
    }
  })
})

describe('buildAgencies', () => {
  const nameless = ({ code, name }: { code: string; name: string }) => `${code} ${name}`

  test('running it again changes nothing', () => {
    expect(buildAgencies(regions, agencies)).toEqual(agencies)
  })

  test('a new region gets the next code of its province and no other code moves', () => {
    const added = { code: '330899', name: '新设区', level: 'county', parent: '330800' } as const
    const rebuilt = buildAgencies([...regions, added], agencies)
    const last = agencies.findLast((row) => row.code.startsWith('33'))?.code
    expect(rebuilt.filter((row) => !agencies.some((old) => nameless(old) === nameless(row)))).toEqual([
      {
        code: String(Number(last) + 1),
        name: '新设区教育局',
        level: 'county',
        regionCode: '330899',
        parentCode: '33009',
        types: [1, 2, 3],
      },
    ])
  })

  test('the agency of a dissolved region keeps its row and code without powers', () => {
    const rebuilt = buildAgencies(
      regions.filter((row) => row.code !== '330802'),
      agencies,
    )
    expect(rebuilt).toHaveLength(agencies.length)
    expect(rebuilt.find((row) => row.regionCode === '330802')).toMatchObject({ code: '33075', types: [] })
  })
})

describe('points.json', () => {
  test("the handbook's own example is there (PLN-6)", () => {
    const point = points.find((row) => row.name === '衢州学院行政楼108')
    expect(point).toMatchObject({ agencyCode: '33075', types: [1, 2, 3] })
    expect(agencies.find((row) => row.code === '33075')?.name).toBe('柯城区教育局')
  })

  test('a point stands under an agency that recognises its types', () => {
    for (const point of points) {
      expect(point.code.slice(0, 5)).toBe(point.agencyCode)
      expect(agencies.find((row) => row.code === point.agencyCode)?.types).toEqual(expect.arrayContaining(point.types))
    }
  })
})
