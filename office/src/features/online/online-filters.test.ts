import { describe, expect, it } from 'vitest'
import { onlinePath, parseFilters, toggleLane } from './online-filters.ts'

describe('filters of the online queue', () => {
  it('reads the address, and what it does not know as nothing', () => {
    expect(parseFilters(new URLSearchParams('state=supplement&lane=pass'))).toEqual({
      state: 'supplement',
      lane: 'pass',
    })
    expect(parseFilters(new URLSearchParams('state=x&lane=y'))).toEqual({ state: 'handed-in' })
  })

  it('writes the shortest address and finds it again', () => {
    expect(onlinePath({ state: 'handed-in' })).toBe('/online')
    expect(onlinePath({ state: 'on-site', lane: 'supplement' })).toBe('/online?state=on-site&lane=supplement')
  })

  it('takes a chosen lane off', () => {
    expect(toggleLane({ state: 'handed-in', lane: 'pass' }, 'pass')).toEqual({ state: 'handed-in' })
    expect(toggleLane({ state: 'handed-in', lane: 'pass' }, 'on-site')).toEqual({ state: 'handed-in', lane: 'on-site' })
  })
})
