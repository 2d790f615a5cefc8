import { describe, expect, test } from 'vitest'
import { PolicyMissing, findOverlaps, isInForce, policyVersion, resolvePolicy } from './policy.ts'

const row = (scope: string, effectiveFrom: string, effectiveTo: string | null, value: unknown) => ({
  key: 'medical.validity-days' as const,
  scope,
  effectiveFrom,
  effectiveTo,
  value,
  source: '依据待核',
})
const ROWS = [
  row('nation', '2020-01-01', '2026-01-01', 180),
  row('nation', '2026-01-01', null, 365),
  row('330000', '2026-06-01', null, 90),
  row('agency:33075', '2026-09-01', '2026-10-01', 60),
  { ...row('nation', '2020-01-01', null, 'PASS'), key: 'application.count-on' as const },
]
const SCOPES = ['agency:33075', '330802', '330800', '330000', 'nation']

describe('resolvePolicy (ADM-3)', () => {
  test.each([
    ['the nation rules while nothing narrower does', '2025-12-31', 180, 'medical.validity-days@nation@2020-01-01'],
    ['a new row holds from its first day', '2026-01-01', 365, 'medical.validity-days@nation@2026-01-01'],
    ['the day before a provincial row', '2026-05-31', 365, 'medical.validity-days@nation@2026-01-01'],
    ['the province comes before the nation', '2026-06-01', 90, 'medical.validity-days@330000@2026-06-01'],
    ['the agency comes before the province', '2026-09-30', 60, 'medical.validity-days@agency:33075@2026-09-01'],
    ['the end day itself is outside (half-open)', '2026-10-01', 90, 'medical.validity-days@330000@2026-06-01'],
  ])('%s', (_sentence, day, value, version) => {
    expect(resolvePolicy(ROWS, 'medical.validity-days', SCOPES, day)).toEqual({
      key: 'medical.validity-days',
      version,
      scope: version.split('@')[1],
      value,
      source: '依据待核',
    })
  })

  test('another province is not touched', () => {
    expect(resolvePolicy(ROWS, 'medical.validity-days', ['340000', 'nation'], '2026-09-15').value).toBe(365)
  })

  test('the keys do not mix', () => {
    expect(resolvePolicy(ROWS, 'application.count-on', SCOPES, '2026-09-15').value).toBe('PASS')
  })

  test('a gap in the table is an error that names what is missing', () => {
    const resolve = () => resolvePolicy(ROWS, 'medical.validity-days', ['330000', 'nation'], '2019-12-31')
    expect(resolve).toThrow(PolicyMissing)
    expect(resolve).toThrow('no policy medical.validity-days for 330000, nation on 2019-12-31')
  })

  test('a row whose value does not fit its key is refused', () => {
    const broken = [row('nation', '2020-01-01', null, 'half a year')]
    expect(() => resolvePolicy(broken, 'medical.validity-days', ['nation'], '2026-01-01')).toThrow(/number/)
  })
})

describe('isInForce', () => {
  test.each([
    ['2025-12-31', false],
    ['2026-01-01', true],
    ['2026-06-30', true],
    ['2026-07-01', false],
  ])('a row from 2026-01-01 to 2026-07-01 on %s: %s', (day, expected) => {
    expect(isInForce({ effectiveFrom: '2026-01-01', effectiveTo: '2026-07-01' }, day)).toBe(expected)
  })
})

describe('findOverlaps', () => {
  test('rows that touch do not overlap, and scopes and keys are apart', () => {
    expect(findOverlaps(ROWS)).toEqual([])
  })

  test.each([
    ['a row inside another', row('nation', '2025-01-01', '2025-02-01', 1)],
    ['a row over the end of an open one', row('nation', '2027-01-01', null, 1)],
    ['a row that starts the day before the end', row('nation', '2025-12-31', '2026-01-01', 1)],
  ])('%s is found', (_sentence, extra) => {
    const pairs = findOverlaps([...ROWS, extra])
    expect(pairs).toHaveLength(1)
    expect(pairs[0]?.map(policyVersion)).toContain(policyVersion(extra))
  })

  test('the same row twice is found', () => {
    const twice = row('330000', '2026-06-01', null, 90)
    expect(findOverlaps([...ROWS, twice])).toHaveLength(1)
  })
})
