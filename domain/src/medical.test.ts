import { describe, expect, test } from 'vitest'
import { MEDICAL_COLUMNS, parseMedicalSheet, parseSheetDay, refuseMedicalRecord } from './medical.ts'

const places = {
  hospitals: [{ name: '演示医院', address: '演示路', dailyCapacity: 10 }],
  formVersions: ['2020'],
}
const good = { conclusion: 'qualified' as const, examinedOn: '2026-10-08', hospital: '演示医院', formVersion: '2020' }
const codes = (changed: object) =>
  refuseMedicalRecord({ ...good, ...changed }, places, { validityDays: 180, day: '2026-10-12' }).map(({ code }) => code)

test.each([
  [{}, []],
  [{ conclusion: 'unqualified' }, []],
  [{ hospital: '别处医院' }, ['medical.hospital-unknown']],
  [{ formVersion: '2010' }, ['medical.form-unknown']],
  [{ examinedOn: '2026-10-13' }, ['medical.future']],
  [{ examinedOn: '2026-04-15' }, []],
  [{ examinedOn: '2026-04-14' }, ['medical.old']],
  [
    { hospital: '别处医院', formVersion: '2010', examinedOn: '2026-04-14' },
    ['medical.hospital-unknown', 'medical.form-unknown', 'medical.old'],
  ],
])('a conclusion ahead of the desk %j (CNF-5)', (changed, expected) => {
  expect(codes(changed)).toEqual(expected)
})

test.each([
  ['2026-09-14', '2026-09-14'],
  ['2026/9/4', '2026-09-04'],
  ['2026年9月14日', '2026-09-14'],
  ['20260914', '2026-09-14'],
  ['46279', '2026-09-14'],
  ['２０２６-０９-１４', '2026-09-14'],
  ['2026-02-30', undefined],
  ['昨天', undefined],
])('reads the day %s', (text, day) => {
  expect(parseSheetDay(text)).toBe(day)
})

describe("a hospital's sheet", () => {
  const head = [...MEDICAL_COLUMNS]
  const row = ['330802 199001019987', '赵杏坛', '合格', '2026-10-08', '演示医院', '2020']

  test('reads rows by their headings, whatever the order, and leaves empty ones out', () => {
    const { rows, refusals } = parseMedicalSheet([head.toReversed(), ['', ''], row.toReversed()])
    expect(refusals).toEqual([])
    expect(rows).toEqual([{ kind: 'read', value: { row: 3, key: '330802199001019987', name: '赵杏坛', ...good } }])
  })

  test.each(['合格 ', '不合格'])('takes the conclusion %s', (word) => {
    expect(parseMedicalSheet([head, row.with(2, word)]).rows[0]?.kind).toBe('read')
  })

  test.each(['基本合格', '通过', 'OK', '', '合格（复检）'])('takes nothing near it: %s', (word) => {
    expect(parseMedicalSheet([head, row.with(2, word)]).rows).toEqual([
      { kind: 'invalid', row: 2, refusals: [{ code: 'medical.row-conclusion' }] },
    ])
  })

  test('says all that is wrong with a row, and that a person stands there twice', () => {
    const { rows } = parseMedicalSheet([head, ['', '', '', ''], row, row, ['', '', '好', '昨天', '', '']])
    expect(rows).toEqual([
      { kind: 'read', value: { row: 3, key: '330802199001019987', name: '赵杏坛', ...good } },
      { kind: 'invalid', row: 4, refusals: [{ code: 'medical.row-repeated', values: { row: 3 } }] },
      {
        kind: 'invalid',
        row: 5,
        refusals: ['key', 'name', 'conclusion', 'day'].map((part) => ({ code: `medical.row-${part}` })),
      },
    ])
  })

  test('refuses a sheet without headings or rows', () => {
    expect(parseMedicalSheet([]).refusals).toEqual([
      { code: 'medical.columns', values: { titles: MEDICAL_COLUMNS.join('、') } },
    ])
    expect(parseMedicalSheet([head]).refusals).toEqual([{ code: 'medical.no-rows' }])
    expect(parseMedicalSheet([head, ['']]).refusals).toEqual([{ code: 'medical.no-rows' }])
  })
})
