import { describe, expect, test } from 'vitest'
import { mayOverrideCheck, noticeStateOf, refuseNoticeWindow } from './notice.ts'

const NOW = new Date('2026-10-12T02:00:00Z')
const before = new Date(NOW.getTime() - 1)
const after = new Date(NOW.getTime() + 1)

describe('the days of an announcement (PUB-5)', () => {
  test.each([
    ['no end', null, null, []],
    ['an end that is to come', null, after, []],
    ['an end that is now', null, NOW, ['notice.window']],
    ['an end before its beginning', after, after, ['notice.window']],
    ['an end after a beginning that is over', before, after, []],
    ['an end after a beginning to come', after, new Date(NOW.getTime() + 2), []],
  ])('%s', (_what, publishedAt, takenDownAt, codes) => {
    expect(refuseNoticeWindow({ publishedAt, takenDownAt }, NOW).map(({ code }) => code)).toEqual(codes)
  })

  test.each([
    ['draft', { versionState: 'draft' as const }, 'draft'],
    ['submitted', { versionState: 'submitted' as const }, 'submitted'],
    ['approved for later', { publishedAt: after }, 'scheduled'],
    ['approved, at its very beginning', { publishedAt: NOW }, 'out'],
    ['a moment before its end', { takenDownAt: after }, 'out'],
    ['at its very end', { takenDownAt: NOW }, 'over'],
    ['withdrawn before its end', { takenDownAt: after, withdrawnAt: before }, 'withdrawn'],
  ])('stands as it should when %s (I-16)', (_what, change, state) => {
    const standing = { versionState: 'approved' as const, publishedAt: before, takenDownAt: null, withdrawnAt: null }
    expect(noticeStateOf({ ...standing, ...change }, NOW)).toBe(state)
  })

  test('only provinces and the nation may let a text pass that names the system (S-040)', () => {
    expect((['nation', 'province', 'city', 'county'] as const).filter(mayOverrideCheck)).toEqual(['nation', 'province'])
  })
})
