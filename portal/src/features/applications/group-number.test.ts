import { describe, expect, it } from 'vitest'
import { groupNumber } from './group-number.ts'

describe('a 报名号 as it is shown (APP-7)', () => {
  it('stands in groups of four without a gap at the end', () => {
    expect(groupNumber('20261234567890')).toBe('2026 1234 5678 90')
    expect(groupNumber('20261234')).toBe('2026 1234')
  })
})
