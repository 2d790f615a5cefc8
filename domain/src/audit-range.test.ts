import { expect, test } from 'vitest'
import { auditRangeOf, refuseAuditRange } from './audit-range.ts'

const NOW = new Date('2026-10-12T02:00:00Z')

test('without times an auditor sees the last week up to this very moment', () => {
  const { from, to } = auditRangeOf({}, NOW)
  expect(to > NOW).toBe(true)
  expect(to.getTime() - from.getTime()).toBe(7 * 86_400_000)
  expect(refuseAuditRange({ from, to })).toEqual([])
})

test.each([
  ['an end before the beginning', '2026-10-12T00:00:00Z', '2026-10-11T00:00:00Z', ['audit.range-order']],
  ['nothing at all', '2026-10-12T00:00:00Z', '2026-10-12T00:00:00Z', ['audit.range-order']],
  ['a whole leap year', '2024-01-01T00:00:00Z', '2025-01-01T00:00:00Z', []],
  ['a second more', '2024-01-01T00:00:00Z', '2025-01-01T00:00:01Z', ['audit.range-too-long']],
])('%s', (_sentence, from, to, codes) => {
  expect(refuseAuditRange(auditRangeOf({ from, to }, NOW)).map(({ code }) => code)).toEqual(codes)
})
