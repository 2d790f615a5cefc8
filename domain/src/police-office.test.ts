import { expect, test } from 'vitest'
import { findPoliceOffice, refusePoliceOffice } from './police-office.ts'

const city = { name: '市局', areaCodes: ['3308'] }
const county = { name: '区局', areaCodes: ['330802', '330803'] }
const rest = { name: '省厅', areaCodes: [] }

test('the narrowest area answers, else the office for everybody else (DEC-1)', () => {
  for (const offices of [
    [city, county, rest],
    [rest, county, city],
  ]) {
    expect(findPoliceOffice(offices, '330802')).toBe(county)
    expect(findPoliceOffice(offices, '330822')).toBe(city)
    expect(findPoliceOffice(offices, '110101')).toBe(rest)
  }
  expect(findPoliceOffice([city], '110101')).toBeUndefined()
  expect(findPoliceOffice([], '330802')).toBeUndefined()
})

test('two offices never answer for the same people', () => {
  expect(refusePoliceOffice({ name: '新局', areaCodes: ['330881'] }, [city, county, rest])).toEqual([])
  expect(refusePoliceOffice({ name: '市局', areaCodes: ['330802', '330881', '330881'] }, [city, county])).toEqual([
    { code: 'vetting.office-name', field: 'name' },
    { code: 'vetting.office-area', field: 'areaCodes', values: { codes: '330802、330881' } },
  ])
  expect(refusePoliceOffice({ name: '公安部', areaCodes: [] }, [city, rest])).toEqual([
    { code: 'vetting.office-general', field: 'areaCodes', values: { name: '省厅' } },
  ])
  expect(refusePoliceOffice({ name: '公安部', areaCodes: [] }, [city])).toEqual([])
})
