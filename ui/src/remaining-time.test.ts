import { expect, test } from 'vitest'
import { describeRemaining } from './remaining-time.ts'

const now = new Date('2026-09-14T01:00:00Z')

test.each([
  ['counts whole days when there are many', '2026-09-26T02:00:00Z', '还剩 12 天'],
  ['adds hours when days are few', '2026-09-16T06:30:00Z', '还剩 2 天 5 小时'],
  ['leaves zero hours out', '2026-09-16T01:10:00Z', '还剩 2 天'],
  ['counts hours and minutes on the last day', '2026-09-14T09:20:00Z', '还剩 8 小时 20 分钟'],
  ['counts minutes in the last hour', '2026-09-14T01:38:00Z', '还剩 38 分钟'],
  ['does not say zero minutes', '2026-09-14T01:00:20Z', '不到 1 分钟'],
  ['ends exactly at the end, not after it', '2026-09-14T01:00:00Z', '已经结束'],
])('%s', (_sentence, end, words) => {
  expect(describeRemaining(now, new Date(end))).toBe(words)
})
