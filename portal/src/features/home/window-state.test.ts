import { expect, test } from 'vitest'
import { wordOf } from './window-state.tsx'

const closed = { open: false, closedBy: 'agency' as const, sentence: '', opensAt: null, closesAt: null }
const now = '2026-09-14T06:03:00Z'

test.each([
  ['says that an open window is open', { ...closed, open: true, closedBy: null }, '正在网上报名'],
  ['says that a window is still to come', { ...closed, opensAt: '2026-10-12T01:00:00Z' }, '尚未开始'],
  ['says that a window is over', { ...closed, closesAt: '2026-09-14T06:03:00Z' }, '本次已结束'],
  ['does not invent dates that are not announced', closed, '暂未开放'],
  [
    'says maintenance even when a window is to come (PUB-7)',
    { ...closed, closedBy: 'maintenance' as const, opensAt: '2026-10-12T01:00:00Z' },
    '系统维护',
  ],
])('%s', (_sentence, window, word) => {
  expect(wordOf(window, now).word).toBe(word)
})
